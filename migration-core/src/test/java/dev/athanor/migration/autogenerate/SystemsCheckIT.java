package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.operation.ExtensionOperation;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.TypedPlanner;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.source.RevisionSource;
import dev.athanor.migration.testing.DemoRevisions;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the real systems after their upgrade: nothing differs from the schema that their own revisions create. */
@ExtendWith(PostgresExtension.class)
class SystemsCheckIT {

    @ParameterizedTest
    @ValueSource(strings = {"building-compliance", "org-archivist", "file-extraction", "exchange-docs", "demo"})
    void nothingDiffersFromTheirRevisionsOrTheirSchemaWrittenDown(String system, TestDatabase database) {
        Migrations migrations = migrations(system, database);
        SchemaComparison comparison =
                new SchemaComparison(database.dataSource(), Tables.defaults(), ComparisonSettings.defaults());
        SchemaDiff whole = SchemaDiff.between(Schema.EMPTY, comparison.live(), DiffOptions.EXACT);

        ComparisonReport report =
                comparison.check(SchemaScript.of(new ScriptFile("schema.sql", SqlText.of(withoutExtensions(whole)))));

        assertThat(report.lines()).isEmpty();
        assertThat(report.lesserLines()).isEmpty();
        assertThat(migrations.comparisons().drift().text())
                .isEqualTo("Nothing differs between the database and its own revisions up to " + migrations.current()
                        + ".");
    }

    /** Removes the operations on extensions, because the extensions exist already. */
    private static List<Operation> withoutExtensions(SchemaDiff diff) {
        return diff.change().upgrade().stream()
                .filter(operation -> !(operation instanceof ExtensionOperation))
                .toList();
    }

    /** Leaves out the fifth system, because one of its statements commits. */
    @ParameterizedTest
    @ValueSource(strings = {"building-compliance", "org-archivist", "exchange-docs", "demo"})
    void nothingDiffersFromTheirUpgradeSections(String system, TestDatabase database) {
        Migrations migrations = migrations(system, database);

        ComparisonReport report = migrations.comparisons().check(new Upgrades(migrations));

        assertThat(report.lines()).isEmpty();
        assertThat(report.lesserLines()).isEmpty();
    }

    private static Migrations migrations(String system, TestDatabase database) {
        Migrations migrations =
                Migrations.builder(database.dataSource()).source(source(system)).build();
        migrations.upgrade();
        return migrations;
    }

    private static RevisionSource source(String system) {
        return system.equals("demo")
                ? new DemoRevisions()
                : new ClasspathSource(SystemsCheckIT.class.getClassLoader(), "systems/" + system);
    }

    /**
     * Returns whether a section needs an extension that this server does not offer, so that the upgrade skipped it as
     * well.
     */
    private static boolean isForAnExtension(Step step) {
        return step.scripts().stream()
                .anyMatch(script -> script.upgrade().extension().isPresent());
    }

    /** Runs every upgrade section, one after another. */
    private record Upgrades(Migrations migrations) implements WantedSchema {

        @Override
        public String describe() {
            return "the revisions";
        }

        @Override
        public void create(Connection connection) throws SQLException {
            try (Statement sender = connection.createStatement()) {
                sender.setEscapeProcessing(false);
                for (Step step : new TypedPlanner(migrations.scripts())
                        .upgrade(CurrentHeads.NONE, List.of("heads"))
                        .steps()) {
                    if (isForAnExtension(step)) {
                        continue;
                    }
                    for (var statement : step.statements()) {
                        sender.execute(statement.sql().replace("CONCURRENTLY ", ""));
                    }
                }
            }
        }
    }
}
