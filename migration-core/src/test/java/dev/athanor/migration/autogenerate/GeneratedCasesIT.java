package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that generated revisions lead to the wanted schema and back, by the catalogs alone: see {@link CaseProof}. */
@ExtendWith(PostgresExtension.class)
class GeneratedCasesIT {

    @TempDir
    private Path folder;

    static Stream<GeneratedCase> cases() {
        return Stream.of("constraints", "inheritance", "keys", "scripts").flatMap(GeneratedCase::in);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsGeneratedLeadsThereAndBack(GeneratedCase one, TestDatabase database) {
        new CaseProof(one, database, folder).run();
    }

    static Stream<GeneratedCase> declarations() {
        return GeneratedCase.in("declarations");
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void columnIsDeclaredByHandAsTheReportSays(GeneratedCase one, TestDatabase database) {
        new CaseProof(one, database, folder).run(generated -> {
            assertThat(generated.report().lesserLines())
                    .containsExactly(
                            "column kid.a: inherited only instead of declared in the table too. PostgreSQL has no"
                                    + " statement for that. Run these by hand:"
                                    + " CREATE TABLE keep_kid (LIKE base INCLUDING CONSTRAINTS);"
                                    + " ALTER TABLE keep_kid DROP COLUMN a;"
                                    + " ALTER TABLE kid INHERIT keep_kid;"
                                    + " ALTER TABLE kid NO INHERIT base;"
                                    + " ALTER TABLE kid INHERIT base;"
                                    + " ALTER TABLE kid NO INHERIT keep_kid;"
                                    + " DROP TABLE keep_kid;");
            return generated.report().diff().declarations().get(0).byHand();
        });
    }

    @Test
    void declarationStaysAndTheReportSaysHowToRemoveIt(TestDatabase database) {
        database.execute("CREATE TABLE base (a int); CREATE TABLE kid (a int) INHERITS (base);");

        ComparisonReport report = Migrations.builder(database.dataSource())
                .source(List::of)
                .build()
                .comparisons()
                .check(SchemaScript.of(new ScriptFile(
                        "schema.sql", "CREATE TABLE base (a int); CREATE TABLE kid () INHERITS (base);")));

        assertThat(report.matches()).isTrue();
        assertThat(report.lesserLines())
                .containsExactly(
                        "column kid.a: declared in the table and inherited instead of inherited only. PostgreSQL"
                                + " cannot take the declaration away: create another table, move the rows, and rename it.");
    }

    @Test
    void listsOfNumbersAreTheSameHoweverTheyAreWritten(TestDatabase database) {
        String table = "CREATE TABLE t (n numeric CONSTRAINT c CHECK (n %s), v varchar CONSTRAINT d CHECK (v %s));";
        database.execute(table.formatted("= ANY (ARRAY[1, 2])", "IN ('a', NULL)"));

        ComparisonReport report = Migrations.builder(database.dataSource())
                .source(List::of)
                .build()
                .comparisons()
                .check(SchemaScript.of(new ScriptFile(
                        "schema.sql", table.formatted("IN (1, 2)", "= ANY (ARRAY['a'::text, NULL::text])"))));

        assertThat(report.lines()).isEmpty();
    }

    @Test
    void rowsInTheWayOfNotNullOfAPartitionAreToDecide(TestDatabase database) {
        String tables = "CREATE TABLE p (id int, n int) PARTITION BY RANGE (id);"
                + "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);";
        database.execute(tables + "INSERT INTO p VALUES (1, NULL)");

        Autogeneration generated = Migrations.builder(database.dataSource())
                .source(List::of)
                .build()
                .comparisons()
                .autogenerate(
                        SchemaScript.of(new ScriptFile(
                                "schema.sql",
                                tables + "ALTER TABLE p1 ALTER COLUMN n SET NOT NULL, ALTER COLUMN n SET DEFAULT 1;")),
                        ScriptDirectory.of(List.of()));

        assertThat(generated.decisions())
                .extracting(OpenDecision::problem)
                .containsExactly("Column p1.n becomes required, and rows of table p1 hold null in it.");
        assertThat(generated.revisions())
                .extracting(GeneratedRevision::upgrade)
                .containsExactly("ALTER TABLE p1 ALTER COLUMN n SET DEFAULT 1;");
    }

    @Test
    void columnOfPartitionsIsOneDifference(TestDatabase database) {
        String partitions = " PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);";
        database.execute("CREATE TABLE p (id int, gone int DEFAULT 1)" + partitions);

        ComparisonReport report = Migrations.builder(database.dataSource())
                .source(List::of)
                .build()
                .comparisons()
                .check(SchemaScript.of(
                        new ScriptFile("schema.sql", "CREATE TABLE p (id int, added int DEFAULT 2)" + partitions)));

        assertThat(report.lines()).containsExactly("column p.added: added", "column p.gone: removed");
    }
}
