package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RevisionHeader;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that the mark of a database at head can be trusted: whatever happens to the scripts and the database, an
 * upgrade does and reports the same as one that finds no mark and reads everything.
 */
@ExtendWith(PostgresExtension.class)
class HeadMarkIT {

    private static final String MARKS = "SELECT coalesce(at_head, '-') FROM migration_history ORDER BY id";
    private static final String B1 = Scripts.header("b1", "a1") + "-- @upgrade\nCREATE TABLE t_b1 (id int);\n\n"
            + "-- @downgrade\nDROP TABLE t_b1;\n";
    private static final Placeholders VALUES = new Placeholders(Map.of("owner", "ann", "app.password", "first"));

    /**
     * Describes what happens between two starts.
     *
     * @param name the name of the change
     * @param scripts the scripts of the second start
     * @param placeholders the placeholders of the second start
     * @param before the change to the database
     * @param marked whether the second start queries only the mark
     */
    private record Change(
            String name, Scripts scripts, Placeholders placeholders, Consumer<TestDatabase> before, boolean marked) {

        static Change of(String name, Scripts scripts) {
            return new Change(name, scripts, VALUES, database -> {}, false);
        }

        static Change of(String name, Consumer<TestDatabase> before) {
            return new Change(name, line(), VALUES, before, false);
        }

        static Change of(String name, String sql) {
            return of(name, database -> database.execute(sql));
        }

        static Change of(String name, Placeholders placeholders, boolean marked) {
            return new Change(name, line(), placeholders, database -> {}, marked);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Scripts line() {
        return Scripts.none().withTable("a1", "").with("b1", B1);
    }

    private static Scripts with(String b1) {
        return Scripts.none().withTable("a1", "").with("b1", b1);
    }

    private static Migrations of(TestDatabase database, Scripts scripts) {
        return TestMigrations.of(database, scripts, builder -> builder.placeholders(VALUES));
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("nothing", line(), VALUES, database -> {}, true),
                new Change(
                        "a look from outside",
                        line(),
                        VALUES,
                        database -> of(database, line()).status(),
                        true),
                new Change(
                        "rows of another table",
                        line(),
                        VALUES,
                        database -> database.execute("INSERT INTO t_a1 VALUES (1)"),
                        true),
                Change.of("a revision more", line().withTable("c1", "b1")),
                Change.of("a branch more", line().withTable("c1", "a1")),
                Change.of("a changed script", with(B1.replace("id int", "id bigint"))),
                Change.of("a changed downgrade", with(B1.replace("DROP TABLE", "DROP TABLE IF EXISTS"))),
                Change.of("blanks at a line's end", with(B1.replace(";\n", ";  \n"))),
                Change.of("another message", with(B1.replace("-- revision b1", "-- the second"))),
                Change.of("a script that cannot be read", with(B1 + "SELECT 'open")),
                Change.of("a script removed", Scripts.none().withTable("a1", "")),
                Change.of("every script removed", Scripts.none()),
                Change.of("another id", with(B1.replace("ID: b1", "ID: b2"))),
                Change.of("the version table's row removed", "DELETE FROM migration_version"),
                Change.of("an older row", "UPDATE migration_version SET version_num = 'a1'"),
                Change.of("an unknown row", "UPDATE migration_version SET version_num = 'zz'"),
                Change.of("a row more", "INSERT INTO migration_version VALUES ('zz')"),
                Change.of("the history emptied", "DELETE FROM migration_history"),
                Change.of("the newest step of the history removed", "DELETE FROM migration_history WHERE id = 2"),
                Change.of("the history dropped", "DROP TABLE migration_history"),
                Change.of("the version table dropped", "DROP TABLE migration_version"),
                Change.of("the mark's column dropped", "ALTER TABLE migration_history DROP COLUMN at_head"),
                Change.of("another mark", "UPDATE migration_history SET at_head = md5('')"),
                Change.of("a downgrade", database -> of(database, line()).downgrade("-1")),
                Change.of("a stamp", database -> of(database, line()).stamp("a1")),
                Change.of("a stamp to base", database -> of(database, line()).stamp("base")),
                Change.of("a repair", HeadMarkIT::repairedByAnotherBuild),
                Change.of("a newer release", database -> of(database, line().withTable("c1", "b1"))
                        .upgrade()),
                Change.of("a failed run of another build", HeadMarkIT::failedRun),
                Change.of("a placeholder's other value", new Placeholders(Map.of("owner", "bob")), false),
                Change.of("no placeholders", Placeholders.none(), false),
                Change.of(
                        "a secret's other value",
                        new Placeholders(Map.of("owner", "ann", "app.password", "second")),
                        true));
    }

    private static void repairedByAnotherBuild(TestDatabase database) {
        of(database, with(B1.replace("id int", "id bigint"))).repair();
    }

    private static void failedRun(TestDatabase database) {
        Scripts broken = line().with("c1", "b1", "SELECT 1 / 0;", "SELECT 1;");
        assertThat(Answer.of(of(database, broken)).text()).contains("division by zero");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void withAndWithoutItAnUpgradeDoesAndSaysTheSame(Change change, TestDatabase marked) {
        TestDatabase unmarked = PostgresServer.get().createDatabase("unmarked");
        try {
            prepare(change, marked);
            prepare(change, unmarked);
            unmark(unmarked);

            Answer with = Answer.of(migrations(change, marked));
            Answer without = Answer.of(migrations(change, unmarked));

            assertThat(with.text()).isEqualTo(without.text());
            assertThat(state(marked)).isEqualTo(state(unmarked));
            assertThat(with.settledByTheMark()).isEqualTo(change.marked);
            assertThat(without.settledByTheMark()).isFalse();
        } finally {
            PostgresServer.get().dropDatabase(unmarked);
        }
    }

    /** Holds what an upgrade did and reported, and whether the mark alone settled it. */
    private record Answer(String text, boolean settledByTheMark) {

        static Answer of(Migrations migrations) {
            try {
                MigrationReport report = migrations.upgrade();
                String text = report.outcome() + " from " + report.before() + " to " + report.after() + ", steps: "
                        + report.steps().size() + ", targets: " + report.plan().targets() + ", "
                        + migrations.status().state();
                return new Answer(text, report.marked());
            } catch (MigrationException e) {
                return new Answer(e.getMessage(), false);
            }
        }
    }

    private static void prepare(Change change, TestDatabase database) {
        of(database, line()).upgrade();
        change.before.accept(database);
    }

    private static Migrations migrations(Change change, TestDatabase database) {
        return TestMigrations.of(database, change.scripts, builder -> builder.placeholders(change.placeholders));
    }

    private static void unmark(TestDatabase database) {
        boolean column = database.count("SELECT count(*) FROM information_schema.columns WHERE table_name ="
                        + " 'migration_history' AND column_name = 'at_head'")
                > 0;
        if (column) {
            database.execute("UPDATE migration_history SET at_head = NULL");
        }
    }

    private static String state(TestDatabase database) {
        return database.texts("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                        + " 'public'::regnamespace ORDER BY 1")
                + " " + (database.exists("migration_version") ? database.texts("TABLE migration_version") : "");
    }

    @Test
    void theStepThatLeadsToHeadIsMarked(TestDatabase database) {
        of(database, line()).upgrade("a1");
        of(database, line()).upgrade("b1");
        of(database, line()).downgrade("a1");
        of(database, line()).upgrade();

        List<String> marks = database.texts(MARKS);

        assertThat(marks).hasSize(4);
        assertThat(marks.subList(0, 3)).containsExactly("-", "-", "-");
        assertThat(marks.get(3)).matches("[0-9a-f]{64}");
    }

    @Test
    void aStepWhoseStatementsCommitOneByOneIsMarkedWhenItIsDone(TestDatabase database) {
        Scripts scripts = line().with(
                        "c1",
                        Scripts.header("c1", "b1") + "-- @upgrade transaction=none\nCREATE INDEX CONCURRENTLY i ON t_b1"
                                + " (id);\n\n-- @downgrade\nDROP INDEX i;\n");

        of(database, scripts).upgrade();

        assertThat(database.texts(MARKS)).hasSize(3).element(2).asString().matches("[0-9a-f]{64}");
        assertThat(of(database, scripts).upgrade().marked()).isTrue();
    }

    @RevisionHeader(id = "c1", revises = "b1")
    static final class InJava implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE t_c1 (id int)");
        }
    }

    @Test
    void aRevisionInJavaIsPartOfIt(TestDatabase database) {
        of(database, line()).upgrade();
        Migrations withJava = TestMigrations.of(
                database, line(), builder -> builder.placeholders(VALUES).revision(new InJava()));

        assertThat(withJava.upgrade().after()).hasToString("c1");
        assertThat(TestMigrations.of(database, line(), builder -> builder.placeholders(VALUES)
                                .revision(new InJava()))
                        .upgrade()
                        .marked())
                .isTrue();
        assertThat(of(database, line()).upgrade().marked()).isFalse();
    }

    @Test
    void aHistoryOfAnEarlierVersionGetsItsColumnWithTheNextRun(TestDatabase database) {
        of(database, line()).upgrade();
        database.execute("ALTER TABLE migration_history DROP COLUMN at_head");

        assertThat(of(database, line()).upgrade().steps()).isEmpty();
        assertThat(of(database, line().withTable("c1", "b1")).upgrade().steps()).hasSize(1);

        assertThat(database.texts(MARKS)).hasSize(3).element(2).asString().matches("[0-9a-f]{64}");
    }

    @Test
    void scriptsThatWereCorrectedAreReadAgain(TestDatabase database) {
        of(database, line()).upgrade();
        String[] text = {B1.replace("-- @downgrade", "SELECT 'open\n-- @downgrade")};
        Migrations migrations = Migrations.builder(database.dataSource())
                .placeholders(VALUES)
                .source(() -> List.of(line().files().get(0), new ScriptFile("db/revisions/b1.sql", text[0])))
                .build();

        assertThat(Answer.of(migrations).text()).contains("A string has no closing apostrophe");
        text[0] = B1;

        assertThat(migrations.upgrade().marked()).isTrue();
    }
}
