package dev.athanor.migration.autoconfigure.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.library.Book;
import dev.athanor.library.Rounding;
import dev.athanor.migration.Comparisons;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.oddlibrary.Odd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(PostgresExtension.class)
class JpaWantedSchemaIT {

    private static Comparisons comparisons(TestDatabase database, String... others) {
        database.execute("CREATE SCHEMA library");
        return Migrations.builder(database.dataSource())
                .source(List::of)
                .tables(new Tables("library", "migration_version", "migration_history"))
                .build()
                .comparisons(ComparisonSettings.defaults().withSchemas(others));
    }

    @Test
    void theMigrationsOwnSchemaIsCompared(TestDatabase database) {
        Comparisons comparisons = comparisons(database);

        try (var context = new AnnotationConfigApplicationContext(Library.class)) {
            assertThat(comparisons
                            .check(new JpaWantedSchema(context, "library", List.of()))
                            .lines())
                    .containsExactly("sequence book_seq: added", "table book: added", "table shelf: added");
        }
    }

    @Test
    void schemasOfEntitiesThatAreNotComparedAreSaid(TestDatabase database) {
        Comparisons comparisons = comparisons(database);

        try (var context = new AnnotationConfigApplicationContext(Library.class)) {
            assertThat(comparisons
                            .check(new JpaWantedSchema(context, "library", List.of()))
                            .text())
                    .endsWith(
                            "\nNot compared: schema desk. Name it in `migration.autogenerate.schemas` to compare it.");
        }
    }

    @Test
    void furtherSchemasAreComparedAndMade(TestDatabase database) {
        Comparisons comparisons = comparisons(database, "desk");

        try (var context = new AnnotationConfigApplicationContext(Library.class)) {
            WantedSchema wanted = new JpaWantedSchema(context, "library", List.of("desk"));
            Autogeneration generated = comparisons.autogenerate(wanted, ScriptDirectory.of(List.of()));
            database.execute(
                    "SET search_path = library; " + generated.revisions().get(0).upgrade());

            assertThat(generated.report().lines())
                    .containsExactly(
                            "schema desk: added",
                            "sequence book_seq: added",
                            "table book: added",
                            "table shelf: added",
                            "table desk.loan: added");
            assertThat(comparisons.check(wanted).matches()).isTrue();
        }
    }

    @Test
    void ddlThatTheServerRefusesIsShown(TestDatabase database) {
        Comparisons comparisons = comparisons(database);

        try (var context = new AnnotationConfigApplicationContext(OddLibrary.class)) {
            WantedSchema wanted = new JpaWantedSchema(context, "library", List.of());

            assertThatThrownBy(() -> comparisons.check(wanted)).hasMessage("""
                    The server refuses what Hibernate makes of the entities: ERROR: type "shelfmark" does not exist
                      Position: 45 (SQLState 42704)
                        create table odd (id integer not null, mark shelfmark, primary key (id))
                    Correct the mapping. Nothing was changed: all was rolled back.""");
            assertThat(database.count("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'athanor%'"))
                    .isZero();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Book.class)
    static class Library {

        @Bean
        Rounding rounding() {
            return cents -> cents;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Odd.class)
    static class OddLibrary {}
}
