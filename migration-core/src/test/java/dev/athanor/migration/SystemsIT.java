package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the schemas of the real systems: each revision up, down and up again, and the whole chain to base and back. */
@ExtendWith(PostgresExtension.class)
class SystemsIT {

    @ParameterizedTest
    @ValueSource(strings = {"building-compliance", "org-archivist", "file-extraction", "exchange-docs"})
    void everyRevisionIsTakenBackExactly(String system, TestDatabase database) {
        Migrations migrations = migrations(system, database);

        for (Step step : migrations.planUpgrade("heads").steps()) {
            RevisionId id = step.revisions().get(0);
            List<String> before = CatalogSnapshot.of(database);
            migrations.upgrade(id.value());
            List<String> upgraded = CatalogSnapshot.of(database);
            migrations.downgrade(below(step));
            assertThat(CatalogSnapshot.of(database)).as("downgrade of " + id).isEqualTo(before);
            migrations.upgrade(id.value());
            assertThat(CatalogSnapshot.of(database)).as("upgrade of " + id).isEqualTo(upgraded);
        }
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
    }

    /**
     * Returns the target one revision below: for a merge point, where its branches end, and for any other revision,
     * along its own branch.
     */
    private static String below(Step step) {
        List<RevisionId> down = step.scripts().get(0).revision().downRevisions();
        return down.size() > 1 ? down.get(0).value() : step.revisions().get(0) + "@-1";
    }

    @ParameterizedTest
    @ValueSource(strings = {"building-compliance", "org-archivist", "file-extraction", "exchange-docs"})
    void theWholeChainGoesDownToBaseAndUpAgain(String system, TestDatabase database) {
        Migrations migrations = migrations(system, database);
        List<String> empty = CatalogSnapshot.of(database);

        migrations.upgrade();
        List<String> head = CatalogSnapshot.of(database);
        migrations.downgrade("base");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(empty);
        migrations.upgrade();

        assertThat(CatalogSnapshot.of(database)).isEqualTo(head);
        assertThat(head.size()).isGreaterThan(20);
    }

    @Test
    void aSchemaOfAnInitScriptIsAdoptedByAStamp(TestDatabase database) throws IOException {
        Migrations migrations = migrations("exchange-docs", database);
        migrations.upgrade();
        List<String> expected = CatalogSnapshot.of(database);
        migrations.downgrade("base");
        run(database, "systems/exchange-docs-init/init.sql");

        migrations.stamp("head");

        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThat(migrations.upgrade().steps()).isEmpty();
        assertThat(CatalogSnapshot.of(database)).isEqualTo(expected);
    }

    private static void run(TestDatabase database, String resource) throws IOException {
        try (InputStream script = SystemsIT.class.getClassLoader().getResourceAsStream(resource)) {
            database.execute(
                    new String(Objects.requireNonNull(script, resource).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Migrations migrations(String system, TestDatabase database) {
        return Migrations.builder(database.dataSource())
                .source(new ClasspathSource(SystemsIT.class.getClassLoader(), "systems/" + system))
                .build();
    }
}
