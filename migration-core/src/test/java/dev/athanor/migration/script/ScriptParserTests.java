package dev.athanor.migration.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptParserTests {

    private static final String STYLES = """
            -- add writing styles
            --
            -- Revision ID: d382069dacef
            -- Revises: 2e0140e533a8
            -- Create Date: 2025-10-07T10:50:00Z

            -- @upgrade
            CREATE TABLE writing_styles (id uuid PRIMARY KEY, name text NOT NULL);

            -- @downgrade
            DROP TABLE writing_styles;
            """;

    @Test
    void everyPartOfAScriptIsRead() {
        RevisionScript script = parse(STYLES);

        assertThat(script.id()).isEqualTo(new RevisionId("d382069dacef"));
        assertThat(script.revision().downRevisions()).containsExactly(new RevisionId("2e0140e533a8"));
        assertThat(script.revision().dependsOn()).isEmpty();
        assertThat(script.revision().branchLabels()).isEmpty();
        assertThat(script.message()).isEqualTo("add writing styles");
        assertThat(script.createDate()).isEqualTo(OffsetDateTime.parse("2025-10-07T10:50:00Z"));
        assertThat(script.checksum()).isEqualTo(Checksum.of(STYLES));
        assertThat(script.at(8)).isEqualTo("db/x.sql:8");
        assertThat(script.upgrade())
                .isEqualTo(new Section(
                        List.of(new Statement(
                                "CREATE TABLE writing_styles (id uuid PRIMARY KEY, name text NOT NULL)",
                                8,
                                StatementKind.OTHER)),
                        TransactionMode.TRANSACTIONAL,
                        "CREATE TABLE writing_styles (id uuid PRIMARY KEY, name text NOT NULL);\n\n",
                        List.of()));
        assertThat(script.downgrade())
                .isEqualTo(new Downgrade.Reversible(new Section(
                        List.of(new Statement("DROP TABLE writing_styles", 11, StatementKind.OTHER)),
                        TransactionMode.TRANSACTIONAL,
                        "DROP TABLE writing_styles;\n",
                        List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void lineEndsDoNotMatter(String lineEnd) {
        RevisionScript script = parse("\uFEFF" + STYLES.replace("\n", lineEnd));

        assertThat(script.id()).isEqualTo(new RevisionId("d382069dacef"));
        assertThat(script.message()).isEqualTo("add writing styles");
        assertThat(script.checksum()).isEqualTo(Checksum.of(STYLES));
        assertThat(script.upgrade().statements())
                .isEqualTo(parse(STYLES).upgrade().statements());
        assertThat(section(script.downgrade()).text()).isEqualTo("DROP TABLE writing_styles;" + lineEnd);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Revises: a        | a
            Revises:          | ""
            Revises: None     | ""
            REVISES : a, b    | a,b
            revises:a b       | a,b
            Revises: a ,b,, c | a,b,c
            """)
    void downRevisionsAreSeparatedByCommasOrBlanks(String line, String ids) {
        RevisionScript script = parse("-- Revision ID: x\n--" + line + "\n-- @upgrade\n");

        assertThat(script.revision().downRevisions())
                .extracting(RevisionId::value)
                .isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(",")));
    }

    @Test
    void dependenciesAndLabelsAreRead() {
        RevisionScript script = parse("""
                --Revision ID: x
                -- depends on: 4f1a, billing
                --   BRANCH LABELS:   orders shop
                -- @upgrade
                """);

        assertThat(script.revision().dependsOn()).containsExactly("4f1a", "billing");
        assertThat(script.revision().branchLabels()).containsExactly("orders", "shop");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-07T10:50:00Z, 2025-10-07T10:50:00Z",
        "2025-10-07T10:50, 2025-10-07T10:50:00Z",
        "2025-10-07 10:50:00.123456, 2025-10-07T10:50:00.123456Z",
        "2025-10-07 10:50:00.123456+00:00, 2025-10-07T10:50:00.123456Z",
        "2025-10-07T10:50:00+02:00, 2025-10-07T10:50:00+02:00",
        "2025-10-07 10:50:00 +0200, 2025-10-07T10:50:00+02:00",
        "2025-10-07t10:50:00z, 2025-10-07T10:50:00Z"
    })
    void createDateIsIsoOrAlembics(String written, OffsetDateTime expected) {
        RevisionScript script = parse("-- Revision ID: x\n-- Create Date: " + written + "\n-- @upgrade\n");

        assertThat(script.createDate()).isEqualTo(expected);
    }

    @Test
    void theMessageIsEveryCommentLineAboveTheKeys() {
        RevisionScript script = parse("""
                ---------------------
                -- Prices: net, gross

                -- it's the "first" draft; see
                --
                --   ticket 12
                --
                -- Revision ID: x
                -- reviewed by nobody
                -- @upgrade
                """);

        assertThat(script.message()).isEqualTo("Prices: net, gross\nit's the \"first\" draft; see\n\nticket 12");
        assertThat(script.createDate()).isNull();
    }

    @Test
    void noMessageIsAnEmptyOne() {
        assertThat(parse("-- Revision ID: x\n-- @upgrade").message()).isEmpty();
    }

    @Test
    void aBlockCommentAboveTheFirstSectionIsNoHeader() {
        RevisionScript script =
                parse("/* Licence\n-- Revision ID: no\n-- @upgrade\n*/\n-- Revision ID: x\n-- @upgrade\n");

        assertThat(script.id()).isEqualTo(new RevisionId("x"));
        assertThat(script.message()).isEmpty();
    }

    @Test
    void headerKeysBelowTheFirstSectionAreComments() {
        RevisionScript script = parse("-- Revision ID: x\n-- @upgrade\n-- Revision ID: y\n-- Revises: z\n");

        assertThat(script.id()).isEqualTo(new RevisionId("x"));
        assertThat(script.revision().downRevisions()).isEmpty();
    }

    @Test
    void markersInsideStringsBodiesAndCommentsAreText() {
        RevisionScript script = parse("""
                -- Revision ID: x
                -- @upgrade
                DO $$
                -- @downgrade
                $$;
                SELECT '
                -- @downgrade
                ', "
                -- @upgrade
                "; /*
                -- @downgrade irreversible
                */ SELECT 1; -- @downgrade
                -- @param id the key
                -- @downgrade
                SELECT 2;
                """);

        assertThat(script.upgrade().statements()).extracting(Statement::line).containsExactly(3, 6, 12);
        assertThat(section(script.downgrade()).statements())
                .containsExactly(new Statement("SELECT 2", 15, StatementKind.QUERY));
    }

    @Test
    void aMarkerEndsAnUnfinishedStatement() {
        RevisionScript script = parse("-- Revision ID: x\n-- @upgrade\nSELECT 1\n-- @downgrade\nSELECT 2");

        assertThat(script.upgrade().statements()).extracting(Statement::sql).containsExactly("SELECT 1");
        assertThat(section(script.downgrade()).statements())
                .extracting(Statement::sql)
                .containsExactly("SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- @upgrade transaction=none",
                "--@upgrade   transaction = none  ",
                "\t--  @ upgrade ,transaction= none"
            })
    void blanksInAMarkerDoNotMatter(String marker) {
        RevisionScript script = parse("-- Revision ID: x\n" + marker + "\nCREATE INDEX CONCURRENTLY i ON t (id);\n");

        assertThat(script.upgrade().transaction()).isEqualTo(TransactionMode.NONE);
        assertThat(script.upgrade().statements()).hasSize(1);
    }

    @Test
    void downgradeMayStandAboveUpgrade() {
        RevisionScript script = parse("-- Revision ID: x\n-- @downgrade\nSELECT 2;\n-- @upgrade\nSELECT 1;\n");

        assertThat(script.upgrade().statements()).extracting(Statement::sql).containsExactly("SELECT 1");
        assertThat(section(script.downgrade()).statements())
                .extracting(Statement::sql)
                .containsExactly("SELECT 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- @upgrade/SELECT 1                                       | Missing
            -- @upgrade/SELECT 1;/-- @downgrade                        | Empty
            -- @upgrade/SELECT 1;/-- @downgrade/-- nothing to do       | Empty
            -- @upgrade/SELECT 1;/-- @downgrade irreversible           | Irreversible
            -- @upgrade/-- @downgrade irreversible transaction=none    | Irreversible
            -- @upgrade/SELECT 1;/-- @downgrade nothing                | Nothing
            -- @upgrade/--@downgrade  nothing  transaction = none      | Nothing
            -- @downgrade nothing/-- @upgrade/SELECT 1;                | Nothing
            -- @upgrade/SELECT 1;/-- @downgrade/COMMIT;                | Unreadable
            -- @upgrade/SELECT 1/-- @downgrade transaction=none/VACUUM | Reversible
            -- @upgrade/-- @downgrade                                  | Reversible
            -- @upgrade/-- @downgrade/SELECT 1                         | Reversible
            -- @upgrade                                                | Missing
            """)
    void theWayBackIsOneOfSix(String lines, String kind) {
        RevisionScript script = parse("-- Revision ID: x\n" + lines.replace('/', '\n'));

        assertThat(script.downgrade().getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- @upgrade/SAVEPOINT a;/SELECT 1;",
                "-- @upgrade/SAVEPOINT a;/ROLLBACK TO SAVEPOINT A;/ROLLBACK WORK TO \"a\";/RELEASE a;",
                "-- @upgrade/BEGIN;/SAVEPOINT a;/SAVEPOINT a;/RELEASE a;/RELEASE SAVEPOINT a;/COMMIT;",
                "-- @upgrade/SAVEPOINT savepoint;/RELEASE savepoint;",
                "-- @upgrade transaction=none/BEGIN;/SELECT 1;/COMMIT;",
                "-- @upgrade transaction=none/VACUUM;/BEGIN;/COMMIT AND NO CHAIN;/START TRANSACTION READ WRITE;/END WORK;",
                "-- @upgrade transaction=none/BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED;/SAVEPOINT a;/RELEASE a;/END;"
            })
    void transactionsAndSavepointsThatPsqlAcceptsAreAccepted(String lines) {
        RevisionScript script = parse("-- Revision ID: x\n" + lines.replace('/', '\n'));

        assertThat(script.upgrade().statements()).isNotEmpty();
    }

    @Test
    void aPairAroundTheWholeSectionIsDroppedAndSaidSo() {
        RevisionScript script = parse("""
                -- Revision ID: x
                -- @upgrade
                BEGIN;
                CREATE TABLE a (id int);
                COMMIT WORK;
                -- @downgrade
                START TRANSACTION; END;
                """);

        assertThat(script.upgrade().statements()).extracting(Statement::sql).containsExactly("CREATE TABLE a (id int)");
        assertThat(script.upgrade().notices())
                .containsExactly("db/x.sql:3: `BEGIN`, and `COMMIT WORK` on line 5, were dropped:"
                        + " the section runs in a transaction that also records the revision.");
        assertThat(script.downgrade()).isEqualTo(new Downgrade.Empty());
    }

    @Test
    void sectionsThatCommitOneByOneMayHaveWhatRefusesTransactions() {
        RevisionScript script =
                parse("-- Revision ID: x\n-- @upgrade transaction=none\nVACUUM;\nCREATE DATABASE d;\nSELECT 1;\n");

        assertThat(script.upgrade().statements()).hasSize(3);
        assertThat(script.upgrade().transaction()).isEqualTo(TransactionMode.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;",
                "SELECT 1;\n",
                "SELECT '${n}'; ",
                "/**/",
                "a$ ",
                "$a ",
                "E'a'\n",
                "E'a' -- b\n",
                "$$ $$",
                "(",
                "\\x\n",
                "COPY t FROM stdin;",
                "COPY t FROM stdin;\n\\.\n",
                "-- @param x y\n",
                "\t ",
                "''",
                "\r"
            })
    void timeGrowsWithTheTextOnly(String piece) {
        String text = "-- Revision ID: x\n-- @upgrade\n" + piece.repeat(1_000_000 / piece.length());
        ScriptParser parser = new ScriptParser(new Placeholders(Map.of("n", "1")));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                parser.parse(new ScriptFile("db/x.sql", text));
            } catch (InvalidScriptException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        });
    }

    private static Section section(Downgrade downgrade) {
        return ((Downgrade.Reversible) downgrade).section();
    }

    private static RevisionScript parse(String text) {
        return new ScriptParser(Placeholders.none()).parse(new ScriptFile("db/x.sql", text));
    }
}
