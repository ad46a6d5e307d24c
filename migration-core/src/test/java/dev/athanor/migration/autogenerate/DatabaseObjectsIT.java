package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.Comparisons;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.source.NewRevisionSettings;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Compares objects that belong to the whole database, and those that PostgreSQL cannot change. */
@ExtendWith(PostgresExtension.class)
class DatabaseObjectsIT {

    private static final String TABLE = "CREATE TABLE t (id bigint PRIMARY KEY, a int);";

    private static final String PUBLISHED = TABLE
            + "CREATE PUBLICATION p FOR TABLE t; CREATE PUBLICATION everything FOR ALL TABLES;"
            + "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER away FOREIGN DATA WRAPPER w";

    @TempDir
    private Path folder;

    @Test
    void aSchemaFileWithoutThemDropsThem(TestDatabase database) {
        database.execute(PUBLISHED);

        assertThat(comparisons(database).check(script(TABLE)).lines())
                .containsExactly(
                        "foreign data wrapper w: removed",
                        "server away: removed",
                        "publication everything: removed",
                        "publication p: removed",
                        "publication table p.t: removed");
    }

    @Test
    void aSchemaFileNamesItsSchemaInAPublication(TestDatabase database) {
        assumeTrue(ScenariosIT.version(database) >= 15, "not known to this version");
        String published = TABLE + "CREATE PUBLICATION p FOR TABLES IN SCHEMA public;";
        database.execute(published);

        assertThat(comparisons(database).check(script(published)).lines()).isEmpty();
        assertThat(comparisons(database)
                        .check(script(TABLE + "CREATE PUBLICATION p FOR TABLE public.t"))
                        .lines())
                .containsExactly("publication table p.t: added", "publication schema p.CURRENT_SCHEMA: removed");
    }

    @Test
    void aSourceThatCannotDefineThemLeavesThem(TestDatabase database) {
        database.execute(PUBLISHED);

        assertThat(comparisons(database).check(new Entities(TABLE)).lines()).isEmpty();
        assertThat(comparisons(database)
                        .check(new Entities("CREATE TABLE u (id bigint PRIMARY KEY)"))
                        .lines())
                .containsExactly("table t: removed", "table u: added", "publication table p.t: removed");
    }

    @Test
    void thePublicationOfDebeziumIsLeftOut(TestDatabase database) {
        database.execute(TABLE + "CREATE PUBLICATION dbz_publication FOR TABLE t");

        ComparisonReport report = comparisons(database).check(script(TABLE));

        assertThat(report.lines()).isEmpty();
    }

    @Test
    void statisticsAndPoliciesGoWithTheTableOfAnotherTool(TestDatabase database) {
        database.execute(
                "CREATE TABLE shedlock (name text, until timestamptz);"
                        + "CREATE STATISTICS locks ON name, until FROM shedlock; CREATE POLICY all_of ON shedlock USING (true)");

        assertThat(comparisons(database).check(script(TABLE)).lines()).containsExactly("table t: added");
    }

    @Test
    void aFilterLeavesThemOut(TestDatabase database) {
        database.execute(TABLE + "CREATE POLICY own ON t USING (true); CREATE STATISTICS s ON id, a FROM t;"
                + "CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING");
        DiffOptions options = DiffOptions.EXACT.withInclude(object ->
                object.kind() != ObjectKind.POLICY && !object.toString().equals("statistics s"));
        ComparisonSettings settings = ComparisonSettings.defaults().withOptions(options);

        SchemaComparison comparison = new SchemaComparison(database.dataSource(), Tables.defaults(), settings);

        assertThat(comparison.check(script(TABLE)).lines()).containsExactly("rule t.r: removed");
    }

    @Test
    void aTypeThatADomainContainsIsChangedByHand(TestDatabase database) {
        database.execute("CREATE TYPE span AS RANGE (SUBTYPE = integer); CREATE DOMAIN short AS span");
        WantedSchema wanted = script("CREATE TYPE span AS RANGE (SUBTYPE = bigint); CREATE DOMAIN short AS span");

        NewRevisions files = new NewRevisions(NewRevisionSettings.in(folder));
        List<OpenDecision> decisions =
                comparisons(database).autogenerate(wanted, files.directory()).decisions();

        assertThat(decisions).extracting(OpenDecision::text).containsExactly("""
                To decide: PostgreSQL cannot change range type span in place, and something that stays needs it: \
                cannot drop type span because other objects depend on it.
                Decide how to go about it: create the new form under another name, let what needs the old form \
                use it, drop the old form, and rename the new one.""");
    }

    private static SchemaScript script(String sql) {
        return SchemaScript.of(new ScriptFile("schema.sql", sql));
    }

    private Comparisons comparisons(TestDatabase database) {
        return Migrations.builder(database.dataSource())
                .source(() -> new FolderSource(folder).read())
                .build()
                .comparisons();
    }

    /** Stands for entities, which cannot define objects of the whole database. */
    private record Entities(String sql) implements WantedSchema {

        @Override
        public String describe() {
            return "the entities";
        }

        @Override
        public void create(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
