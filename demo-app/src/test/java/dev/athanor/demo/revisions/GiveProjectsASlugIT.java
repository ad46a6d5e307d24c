package dev.athanor.demo.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.demo.project.Slugs;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A revision in Java is tested like a class: with what it injects, on a database of the revision before. */
@ExtendWith(PostgresExtension.class)
class GiveProjectsASlugIT {

    @Test
    void projectsThatAreThereGetOneAndLoseItAgain(TestDatabase database) {
        Migrations migrations = Migrations.builder(database.dataSource())
                .source(new ClasspathSource(getClass().getClassLoader(), "db/revisions"))
                .revision(new GiveProjectsASlug(new Slugs()))
                .build();
        migrations.upgrade("e5207bc81f96");
        List<String> before = CatalogSnapshot.of(database);
        database.execute("INSERT INTO tenants VALUES (gen_random_uuid(), 'Nord', 'nord', 'design', true, now())");
        database.execute(
                "INSERT INTO projects SELECT gen_random_uuid(), id, 'HQ', 'Büro Süd', NULL, now() FROM tenants");

        migrations.upgrade("7c41d9e02b58");
        assertThat(database.texts("SELECT slug FROM projects")).containsExactly("hq-buro-sud");

        migrations.downgrade("e5207bc81f96");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
    }
}
