package dev.athanor.migration.verify;

import static dev.athanor.migration.verify.SubtleDowngradesIT.timeless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RevisionHeader;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.JavaProcess;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(PostgresExtension.class)
class VerifierIT {

    private static final String ALL = "SELECT datname FROM pg_database WHERE datname LIKE 'migration\\_verify\\_%'";

    private Process process;

    @AfterEach
    void endTheProcess() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Scripts branches() {
        return Scripts.none()
                .withTable("a1", "")
                .withTable("b1", "a1")
                .withTable("b2", "b1")
                .withTable("c1", "a1")
                .with("d1", "b2, c1", "", "");
    }

    @Test
    void branchesAndMergePointsAreTakenDownOneByOne(TestDatabase database) {
        VerifyReport report = TestMigrations.of(database, branches()).verify(VerifySettings.all());

        assertThat(timeless(report)).isEqualTo("""
                5 revisions: 5 proven, 0 unproven, 0 irreversible, in # s
                  a1   proven # ms  revision a1
                  c1   proven # ms  revision c1
                  b1   proven # ms  revision b1
                  b2   proven # ms  revision b2
                  d1   proven # ms  revision d1 (nothing to run)
                  all  proven # ms  5 revisions down to base and up again""");
        assertThat(report.restores()).isTrue();
    }

    @Test
    void fromARevisionOnOnlyWhatNeedsItIsTried(TestDatabase database) {
        VerifyReport report = TestMigrations.of(database, branches())
                .verify(VerifySettings.all().from("b1"));

        assertThat(timeless(report)).isEqualTo("""
                3 revisions: 3 proven, 0 unproven, 0 irreversible, in # s
                  b1   proven # ms  revision b1
                  b2   proven # ms  revision b2
                  d1   proven # ms  revision d1 (nothing to run)
                  all  proven # ms  3 revisions down to c1 and up again""");
    }

    @Test
    void onlyThoseThatAreAskedForAreTried(TestDatabase database) {
        VerifyReport report = TestMigrations.of(database, branches())
                .verify(VerifySettings.all().only(List.of("c1", "b1")));

        assertThat(timeless(report)).isEqualTo("""
                2 revisions: 2 proven, 0 unproven, 0 irreversible, in # s
                  c1   proven # ms  revision c1
                  b1   proven # ms  revision b1""");
    }

    @Test
    void aRevisionThatIsNoneIsRefusedBeforeAnythingIsMade(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, branches());

        TargetException refused = catchThrowableOfType(
                TargetException.class,
                () -> migrations.verify(VerifySettings.all().from("zz")));

        assertThat(refused.problem()).isEqualTo("No revision or branch label is, or begins with, 'zz'.");
    }

    @Test
    void whatNeedsARevisionThatCannotBeAppliedIsNotReached(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "CREATE TABLE t_a1 (id int);", "DROP TABLE t_a1;")
                .withTable("b2", "b1")
                .withTable("c1", "a1");

        VerifyReport report = TestMigrations.of(database, scripts).verify(VerifySettings.all());

        assertThat(timeless(report)).isEqualTo("""
                4 revisions: 2 proven, 2 unproven, 0 irreversible, in # s
                  a1   proven # ms  revision a1
                  c1   proven # ms  revision c1
                  b1   unproven # ms  revision b1
                      the upgrade of b1 fails at db/revisions/b1.sql:7, statement 1 of 1, `CREATE TABLE t_a1 (id int)`: ERROR: relation "t_a1" already exists (SQLState 42P07)
                  b2   unproven # ms  revision b2
                      not tried: b1, which it needs, could not be applied""");
        assertThat(report.restores()).isFalse();
    }

    @Test
    void whatIsTheServersAndNotTheDatabasesStopsTheTrial(TestDatabase database) {
        String role = "verify_" + Long.toHexString(System.nanoTime());
        Scripts scripts = Scripts.none()
                .with("a1", "", "CREATE ROLE " + role + ";", "DROP ROLE " + role + ";")
                .with("b1", "a1", "CREATE TABLE t (id int);", "SELECT 1;")
                .withTable("c1", "b1");
        try {
            VerifyReport report = TestMigrations.of(database, scripts).verify(VerifySettings.all());

            assertThat(timeless(report)).isEqualTo("""
                    3 revisions: 1 proven, 2 unproven, 0 irreversible, in # s
                      a1   proven # ms  revision a1 (data only)
                      b1   unproven # ms  revision b1
                          after the downgrade, pg_class of t was added in a way that is not described
                          the second upgrade of b1 fails at db/revisions/b1.sql:7, statement 1 of 1, `CREATE TABLE t (id int)`: ERROR: relation "t" already exists (SQLState 42P07)
                      c1   unproven # ms  revision c1
                          not tried: a new database was needed, and in it the upgrade of a1 fails, which had run before: ERROR: role "%s" already exists (SQLState 42710)""".formatted(role));
        } finally {
            database.execute("DROP ROLE IF EXISTS " + role);
        }
    }

    @Test
    void whatIsNotTriedHasToRun(TestDatabase database) {
        Scripts scripts =
                Scripts.none().with("a1", "", "SELECT nothing;", "SELECT 1;").withTable("b1", "a1");
        Migrations migrations = TestMigrations.of(database, scripts);

        MigrationException refused = catchThrowableOfType(
                MigrationException.class,
                () -> migrations.verify(VerifySettings.all().from("b1")));

        assertThat(refused.problem())
                .isEqualTo(
                        "The upgrade of a1 fails in an empty database at db/revisions/a1.sql:7, statement 1 of 1, `SELECT"
                                + " nothing`: ERROR: column \"nothing\" does not exist; Position: 8 (SQLState 42703)");
        assertThat(refused.action()).isEqualTo("Correct it first: what is to be verified comes after it.");
        assertThat(database.texts(ALL)).isEmpty();
    }

    @Test
    void aScriptThatStopsHalfwayDoesNotSpoilTheOthers(TestDatabase database) {
        String half = "-- half\n--\n-- Revision ID: b1\n-- Revises: a1\n\n-- @upgrade transaction=none\n"
                + "CREATE TABLE h (id int);\nCREATE TABLE t_a1 (id int);\n\n-- @downgrade\nDROP TABLE h;\n";
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with("b1", half)
                .with("c1", "a1", "CREATE TABLE h (id int);", "DROP TABLE h;");

        VerifyReport report = TestMigrations.of(database, scripts).verify(VerifySettings.all());

        assertThat(report.revisions())
                .extracting(one -> one.script().id() + " " + one.proof())
                .containsExactlyInAnyOrder("a1 PROVEN", "b1 UNPROVEN", "c1 PROVEN");
    }

    @RevisionHeader(id = "b1", revises = "a1", message = "fill the table")
    static final class Filling implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.execute("INSERT INTO t_a1 SELECT generate_series(1, 100)");
            op.addColumn("t_a1", "name", "text");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("ALTER TABLE t_a1 ALTER COLUMN name SET NOT NULL");
        }
    }

    @Test
    void revisionsInJavaAreTriedAsWell(TestDatabase database) {
        Migrations migrations = TestMigrations.of(
                database, Scripts.none().withTable("a1", ""), builder -> builder.revision(new Filling()));

        VerifyReport report = migrations.verify(VerifySettings.all());

        assertThat(timeless(report)).isEqualTo("""
                2 revisions: 1 proven, 1 unproven, 0 irreversible, in # s
                  a1   proven # ms  revision a1
                  b1   unproven # ms  fill the table
                      the downgrade of b1 fails at dev/athanor/migration/verify/VerifierIT.java:200, statement 1, `ALTER TABLE t_a1 ALTER COLUMN name SET NOT NULL`: ERROR: column "name" of relation "t_a1" contains null values (SQLState 23502)
                  all  unproven # ms  0 of 2 revisions down, ended at b1
                      the downgrade of b1 fails at dev/athanor/migration/verify/VerifierIT.java:200, statement 1, `ALTER TABLE t_a1 ALTER COLUMN name SET NOT NULL`: ERROR: column "name" of relation "t_a1" contains null values (SQLState 23502)""");
    }

    @Test
    void otherSchemasAndTheSchemaOfTheSettingsAreLookedAt(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "CREATE SCHEMA audit; CREATE TABLE audit.log (id int);", "DROP TABLE audit.log;");
        Migrations migrations = TestMigrations.of(
                database,
                scripts,
                builder -> builder.tables(new Tables("app", "migration_version", "migration_history")));

        VerifyReport report = migrations.verify(VerifySettings.all());

        assertThat(report.revisions().get(1).findings())
                .extracting(Object::toString)
                .containsExactly(
                        "after the downgrade, left over: schema audit",
                        "the second upgrade of b1 fails at db/revisions/b1.sql:7, statement 1 of 2, `CREATE SCHEMA audit`:"
                                + " ERROR: schema \"audit\" already exists (SQLState 42P06)");
    }

    @Test
    void anExtensionThatNoRevisionCreatesIsThere(TestDatabase database) {
        database.execute("CREATE EXTENSION citext");
        Scripts scripts = Scripts.none()
                .with("a1", "", "CREATE TABLE t (name citext);", "DROP TABLE t;")
                .with("b1", "a1", "CREATE EXTENSION pg_trgm;", "DROP EXTENSION pg_trgm;");
        TestMigrations.of(database, scripts).upgrade();

        VerifyReport report = TestMigrations.of(database, scripts).verify(VerifySettings.all());

        assertThat(report.toString()).doesNotContain("fails");
        assertThat(report.restores()).isTrue();
    }

    @Test
    void progressIsToldRevisionByRevision(TestDatabase database) {
        List<String> told = new ArrayList<>();

        TestMigrations.of(database, branches())
                .verify(VerifySettings.all()
                        .progress(proof -> told.add(proof.script().id() + " " + proof.proof())));

        assertThat(told).containsExactly("a1 PROVEN", "c1 PROVEN", "b1 PROVEN", "b2 PROVEN", "d1 PROVEN");
    }

    @Test
    void aDatabaseAtHeadStaysAsItIsAndNothingIsLeft(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, branches());
        migrations.upgrade();
        database.execute("INSERT INTO t_a1 VALUES (1)");
        List<String> before = CatalogSnapshot.of(database);
        int steps = migrations.history().size();

        migrations.verify(VerifySettings.all().shadow(database.dataSource()));

        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        assertThat(migrations.history()).hasSize(steps);
        assertThat(database.count("SELECT count(*) FROM t_a1")).isEqualTo(1);
        assertThat(database.texts(ALL)).isEmpty();
    }

    @Test
    void nothingAtAllIsNothingToVerify(TestDatabase database) {
        VerifyReport report = TestMigrations.of(database, Scripts.none()).verify(VerifySettings.all());

        assertThat(timeless(report)).isEqualTo("0 revisions: 0 proven, 0 unproven, 0 irreversible, in # s");
        assertThat(report.restores()).isTrue();
    }

    @Test
    void aTargetThatCannotBeReachedIsSaid(TestDatabase database) {
        Migrations migrations = Migrations.builder(
                        new DriverManagerDataSource("jdbc:postgresql://localhost:1/app", "nobody", ""))
                .source(branches()::files)
                .build();

        DatabaseException refused =
                catchThrowableOfType(DatabaseException.class, () -> migrations.verify(VerifySettings.all()));

        assertThat(refused.problem())
                .isEqualTo(
                        "The target cannot be read: Connection to localhost:1 refused. Check that the hostname and port"
                                + " are correct and that the postmaster is accepting TCP/IP connections.");
        assertThat(refused.action()).isEqualTo("See that it runs, and that url, user and password are right.");
    }

    /** Leaves out the fifth system, the demo, which has revisions in Java and verifies them in its own tests. */
    @ParameterizedTest
    @CsvSource({"building-compliance, 10", "org-archivist, 6", "file-extraction, 6", "exchange-docs, 4"})
    void everyRevisionOfARealSystemIsProven(String system, int revisions, TestDatabase database) {
        Migrations migrations = Migrations.builder(database.dataSource())
                .source(new ClasspathSource(VerifierIT.class.getClassLoader(), "systems/" + system))
                .build();

        VerifyReport report = migrations.verify(VerifySettings.all());

        assertThat(report.revisions()).hasSize(revisions);
        assertThat(report.restores()).as(report.toString()).isTrue();
        assertThat(report.count(Proof.PROVEN)).isEqualTo(revisions);
        assertThat(report.chain().orElseThrow().steps()).isEqualTo(revisions);
    }

    @Test
    void threeHundredRevisionsTakeSeconds(TestDatabase database) {
        Scripts scripts = Scripts.none().withTable("r1", "");
        for (int number = 2; number <= 300; number++) {
            String id = "r" + number;
            String table = "t_r" + (number - number % 5 == 0 ? 1 : number - number % 5);
            if (number % 5 == 0) {
                scripts.withTable(id, "r" + (number - 1));
            } else {
                scripts.with(
                        id,
                        "r" + (number - 1),
                        "ALTER TABLE " + table + " ADD COLUMN c_" + id + " integer;\nCREATE INDEX ON " + table + " (c_"
                                + id + ");",
                        "ALTER TABLE " + table + " DROP COLUMN c_" + id + ";");
            }
        }

        VerifyReport report = TestMigrations.of(database, scripts).verify(VerifySettings.all());

        assertThat(report.count(Proof.PROVEN)).isEqualTo(300);
        assertThat(report.restores()).isTrue();
        assertThat(report.duration()).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void whatWasFoundOutIsKeptBesideTheRevisions(TestDatabase database, @TempDir Path folder) throws IOException {
        Scripts scripts =
                Scripts.none().withTable("a1", "").with("b1", "a1", "ALTER TABLE t_a1 ADD COLUMN b int;", "SELECT 1;");
        write(folder, scripts);
        Migrations migrations =
                TestMigrations.of(database, Scripts.none(), builder -> builder.source(new FolderSource(folder)));

        migrations.keep(migrations.verify(VerifySettings.all()), folder);

        assertThat(proofs(migrations)).containsExactly("a1 PROVEN", "b1 UNPROVEN");
        write(folder, Scripts.none().with("b1", "a1", "SELECT 1;", "SELECT 1;"));
        assertThat(proofs(TestMigrations.of(
                        database, Scripts.none(), builder -> builder.source(new FolderSource(folder)))))
                .containsExactly("a1 PROVEN");
    }

    private static void write(Path folder, Scripts scripts) throws IOException {
        for (ScriptFile file : scripts.files()) {
            Path name = folder.resolve(Path.of(file.location()).getFileName());
            Files.writeString(name, file.text());
        }
    }

    private static List<String> proofs(Migrations migrations) {
        return migrations.verified().verdicts().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().proof())
                .toList();
    }

    @Test
    void whatAKilledVerifyLeftIsDroppedByTheNext(TestDatabase database) throws Exception {
        process = JavaProcess.start(Sleeping.class, database.url(), database.user(), database.password());
        String left = sleepingIn(database);
        process.destroyForcibly().waitFor();

        TestMigrations.of(database, branches()).verify(VerifySettings.all());

        assertThat(database.texts(ALL)).doesNotContain(left);
    }

    private static String sleepingIn(TestDatabase database) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            List<String> found = database.texts("SELECT datname FROM pg_stat_activity"
                    + " WHERE query LIKE '%pg_sleep(99)%' AND datname LIKE 'migration\\_verify\\_%'");
            if (!found.isEmpty()) {
                return found.get(0);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Nothing sleeps");
    }

    /** Verifies a revision that takes a long time. */
    static final class Sleeping {

        private Sleeping() {}

        public static void main(String... arguments) {
            Migrations.builder(new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]))
                    .source(
                            Scripts.none().withTable("a1", "").with("b1", "a1", "SELECT pg_sleep(99);", "SELECT 1;")
                                    ::files)
                    .build()
                    .verify(VerifySettings.all());
        }
    }
}
