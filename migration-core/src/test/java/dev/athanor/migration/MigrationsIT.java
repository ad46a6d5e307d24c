package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.standing.ChangedScriptException;
import dev.athanor.migration.standing.DivergedException;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@ExtendWith(PostgresExtension.class)
class MigrationsIT {

    private static final Scripts LINE =
            Scripts.none().withTable("a1", "").withTable("b1", "a1").withTable("c1", "b1");

    @Test
    void upgradeAppliesEverythingInOrderAndRecordsIt(TestDatabase database) {
        MigrationReport report = TestMigrations.of(database, LINE).upgrade();

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.before()).hasToString("base");
        assertThat(report.after()).hasToString("c1");
        assertThat(database.exists("t_c1")).isTrue();
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("c1");
        assertThat(database.texts("SELECT revision || ' ' || direction || ' ' || outcome || ' ' || message || ' '"
                        + " || array_to_string(down_revisions, ',') FROM migration_history ORDER BY id"))
                .containsExactly(
                        "a1 upgrade success revision a1 ",
                        "b1 upgrade success revision b1 a1",
                        "c1 upgrade success revision c1 b1");
        assertThat(database.count("SELECT count(DISTINCT run_id) FROM migration_history"))
                .isEqualTo(1);
        assertThat(database.texts("SELECT downgrade_script FROM migration_history WHERE revision = 'c1'"))
                .singleElement()
                .asString()
                .contains("DROP TABLE t_c1;");
    }

    @Test
    void upgradeAtHeadWritesNothing(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, LINE);
        migrations.upgrade();
        long before = database.count("SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables");

        MigrationReport report = migrations.upgrade();

        assertThat(report.steps()).isEmpty();
        assertThat(report.after()).hasToString("c1");
        assertThat(database.count("SELECT count(*) FROM migration_history")).isEqualTo(3);
        assertThat(database.count("SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables"))
                .isEqualTo(before);
    }

    @Test
    void withoutRevisionsNothingIsCreated(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, Scripts.none());

        migrations.upgrade();

        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.NO_REVISIONS);
        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void downgradeTakesBackAndUpgradeGoesOn(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, LINE);
        migrations.upgrade();

        migrations.downgrade("-2");

        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
        assertThat(database.exists("t_b1")).isFalse();

        migrations.downgrade("base");
        assertThat(database.count("SELECT count(*) FROM migration_version")).isZero();

        migrations.upgrade("+1");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
        assertThat(database.texts("SELECT direction || ' ' || revision FROM migration_history ORDER BY id"))
                .containsExactly(
                        "upgrade a1",
                        "upgrade b1",
                        "upgrade c1",
                        "downgrade c1",
                        "downgrade b1",
                        "downgrade a1",
                        "upgrade a1");
    }

    @Test
    void branchesAndTheirMergePointKeepTheirRows(TestDatabase database) {
        Scripts diamond = Scripts.none()
                .withTable("a", "")
                .withTable("b", "a")
                .withTable("c", "a")
                .with("m", "b, c", "", "");
        Migrations migrations = TestMigrations.of(database, diamond);

        migrations.upgrade("b", "c");
        assertThat(database.texts("SELECT version_num FROM migration_version ORDER BY 1"))
                .containsExactly("b", "c");
        migrations.upgrade();
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("m");
        migrations.downgrade("b");

        assertThat(database.texts("SELECT version_num FROM migration_version ORDER BY 1"))
                .containsExactly("b", "c");
    }

    @Test
    void aBrokenStatementLeavesTheRevisionsBeforeItAndNamesThePlace(TestDatabase database) {
        Scripts broken = Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        "a1",
                        "CREATE TABLE fine (id int);\n\nCREATE TABLE broken (\n  id int,\n  id2 nosuchtype\n);",
                        "DROP TABLE fine;");
        Migrations migrations = TestMigrations.of(database, broken);

        MigrationFailedException failure = catchThrowableOfType(MigrationFailedException.class, migrations::upgrade);

        assertThat(failure.problem()).isEqualTo("""
                        upgrade b1 (revision b1) failed at db/revisions/b1.sql:11, statement 2 of 2:
                            CREATE TABLE broken (
                              id int,
                              id2 nosuchtype
                            )
                        ERROR: type "nosuchtype" does not exist
                          Position: 39 (SQLState 42704)
                        The revision was rolled back: the database is at a1.""");
        assertThat(failure.action())
                .isEqualTo("A type of an extension needs `CREATE EXTENSION IF NOT EXISTS` in an earlier revision, in a"
                        + " schema on the search_path. Check the name, and that the revision that creates it comes"
                        + " before this one, then start again; nothing of this revision was applied.");
        assertThat(failure.report().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failure.report().after()).hasToString("a1");
        assertThat(database.exists("fine")).isFalse();
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
        assertThat(database.texts("SELECT revision || ' ' || outcome FROM migration_history ORDER BY id"))
                .containsExactly("a1 success", "b1 failed");
        assertThat(database.texts("SELECT error FROM migration_history WHERE outcome = 'failed'"))
                .containsExactly(
                        "db/revisions/b1.sql:11, statement 2 of 2, `CREATE TABLE broken ( id int, id2 nosuchtype )`: ERROR:"
                                + " type \"nosuchtype\" does not exist\n  Position: 39 (SQLState 42704)");
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.FAILED);

        Scripts fixed = Scripts.none().withTable("a1", "").withTable("b1", "a1");
        Migrations next = TestMigrations.of(database, fixed);
        assertThat(next.status().state()).isEqualTo(MigrationStatus.State.FAILED);
        next.upgrade();
        assertThat(next.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b1");
    }

    @Test
    void aFailureAtCommitRollsTheRevisionBack(TestDatabase database) {
        Scripts deferred = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE p (id int PRIMARY KEY);\nCREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY"
                                + " DEFERRED);\nINSERT INTO c VALUES (1);",
                        "DROP TABLE c; DROP TABLE p;");

        assertThatThrownBy(TestMigrations.of(database, deferred)::upgrade)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("upgrade a1 (revision a1) failed after its last statement: ERROR: insert or"
                        + " update on table \"c\" violates foreign key constraint \"c_id_fkey\"")
                .hasMessageContaining("The revision was rolled back: the database is at base.");

        assertThat(database.exists("p")).isFalse();
        assertThat(database.count("SELECT count(*) FROM migration_version")).isZero();
    }

    @Test
    void aSingleTransactionIsRolledBackWhole(TestDatabase database) {
        Scripts broken =
                Scripts.none().withTable("a1", "").withTable("b1", "a1").with("c1", "b1", "SELEC 1;", "SELECT 1;");
        Migrations migrations = TestMigrations.of(
                database,
                broken,
                builder -> builder.run(TestMigrations.run(TransactionScope.SINGLE, Duration.ofSeconds(5))));

        MigrationFailedException failure = catchThrowableOfType(MigrationFailedException.class, migrations::upgrade);

        assertThat(failure.problem()).endsWith("The whole run was rolled back: the database is at base.");
        assertThat(failure.report().steps())
                .extracting(step -> step.outcome().name())
                .containsExactly("ROLLED_BACK", "ROLLED_BACK", "FAILED");
        assertThat(database.exists("t_a1")).isFalse();
        assertThat(database.texts("SELECT revision || ' ' || outcome FROM migration_history"))
                .containsExactly("c1 failed");
    }

    @Test
    void aSingleTransactionRefusesScriptsWithoutOne(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        Scripts.header("b1", "a1")
                                + "-- @upgrade transaction=none\nCREATE INDEX CONCURRENTLY i ON t_a1 (id);\n"
                                + "-- @downgrade\nDROP INDEX i;\n");
        Migrations migrations = TestMigrations.of(
                database,
                scripts,
                builder -> builder.run(TestMigrations.run(TransactionScope.SINGLE, Duration.ofSeconds(5))));

        assertThatThrownBy(migrations::upgrade)
                .hasMessage("The run is to be one transaction (migration.transaction=single), and these steps run"
                        + " without one: upgrade b1 (revision b1).\n"
                        + "Run up to them and beyond them separately, or set migration.transaction=revision. Nothing was"
                        + " done.");
        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void aConcurrentIndexIsBuiltWhileTheLockIsHeld(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        Scripts.header("b1", "a1")
                                + "-- @upgrade transaction=none\nCREATE INDEX CONCURRENTLY i ON t_a1 (id);\n\n"
                                + "-- @downgrade transaction=none\nDROP INDEX CONCURRENTLY i;\n");
        Migrations migrations = TestMigrations.of(database, scripts);

        migrations.upgrade();
        assertThat(database.exists("i")).isTrue();

        migrations.downgrade("-1");
        assertThat(database.exists("i")).isFalse();
    }

    @Test
    void aScriptWithoutTransactionGoesOnFromTheStatementThatFailed(TestDatabase database) {
        String first = "CREATE TABLE one (id int);\nINSERT INTO one VALUES (1);\n";
        Scripts broken = withoutTransaction(first + "SELEC 3;\nCREATE TABLE four (id int);\n");

        assertThatThrownBy(TestMigrations.of(database, broken)::upgrade)
                .hasMessageContaining("statement 3 of 4")
                .hasMessageContaining("It runs without a transaction (transaction=none): the statements before this one"
                        + " have committed; the database is at base.\n"
                        + "Correct the statement at or before the place that the server names (a server older than"
                        + " the syntax refuses it too: `SHOW server_version`), then start again; the next run"
                        + " continues from this statement.");
        TestMigrations.of(database, withoutTransaction(first + "SELECT 3;\nCREATE TABLE four (id int);\n"))
                .upgrade();

        assertThat(database.count("SELECT count(*) FROM one")).isEqualTo(1);
        assertThat(database.exists("four")).isTrue();
        assertThat(database.texts("SELECT outcome || ' ' || statements_done FROM migration_history ORDER BY id"))
                .containsExactly("failed 2", "success 4");
    }

    @Test
    void anUnfinishedScriptChangedBeforeTheStatementThatFailedIsRefused(TestDatabase database) {
        assertThatThrownBy(
                        TestMigrations.of(database, withoutTransaction("CREATE TABLE one (id int);\nSELEC 2;\n"))
                                ::upgrade)
                .hasMessageContaining("statement 2 of 2");

        assertThatThrownBy(
                        TestMigrations.of(database, withoutTransaction("CREATE TABLE uno (id int);\nSELECT 2;\n"))
                                ::upgrade)
                .hasMessage("upgrade a1 (revision a1) failed: Revision a1 (db/revisions/a1.sql) did not finish earlier:"
                        + " its first 1 statements have committed, and one of those has been changed since.\n"
                        + "It runs without a transaction (transaction=none): the statements before this one have"
                        + " committed; the database is at base.\n"
                        + "Put the first 1 statements back as they were and change only what follows them, or undo by"
                        + " hand what they did and run `migration repair a1`.");
        assertThat(database.exists("uno")).isFalse();

        database.execute("DROP TABLE one");
        Migrations fixed = TestMigrations.of(database, withoutTransaction("CREATE TABLE uno (id int);\nSELECT 2;\n"));
        fixed.repairUnfinished("a1");
        fixed.upgrade();
        assertThat(database.exists("uno")).isTrue();
    }

    private static Scripts withoutTransaction(String upgrade) {
        return Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "") + "-- @upgrade transaction=none\n" + upgrade
                                + "\n-- @downgrade irreversible\n");
    }

    @Test
    void aChangedScriptStopsTheUpgrade(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();
        Scripts changed = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "CREATE TABLE t_b1 (id bigint);", "DROP TABLE t_b1;")
                .withTable("c1", "b1")
                .withTable("d1", "c1");
        Migrations migrations = TestMigrations.of(database, changed);

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOf(ChangedScriptException.class)
                .hasMessageStartingWith("Revision b1 (revision b1) was applied and its script has been changed since:"
                        + " db/revisions/b1.sql has checksum 1:")
                .hasMessageContaining("Nothing was done.");

        assertThat(database.exists("t_d1")).isFalse();
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.FAILED);
    }

    @Test
    void lineEndingsAndTrailingBlanksAreNoChange(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();
        Scripts same = Scripts.none();
        LINE.files()
                .forEach(file -> same.with(
                        file.location().replaceAll(".*/|\\.sql", ""),
                        "\uFEFF" + file.text().replace("\n", "  \r\n") + "\r\n\r\n"));

        assertThat(TestMigrations.of(database, same).upgrade().steps()).isEmpty();
    }

    @Test
    void anOlderBuildIsAheadAndStaysUp(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();
        Migrations older = TestMigrations.of(database, Scripts.none().withTable("a1", ""));

        assertThat(older.upgrade().steps()).isEmpty();

        MigrationStatus status = older.status();
        assertThat(status.state()).isEqualTo(MigrationStatus.State.AHEAD);
        assertThat(status.applied())
                .extracting(applied -> applied.revision().value() + " " + applied.known())
                .containsExactly("a1 true", "b1 false", "c1 false");
        assertThat(status.summary())
                .isEqualTo("A newer release has upgraded the schema to c1; everything that this build needs is"
                        + " applied.");
    }

    @Test
    void aDatabaseOfAnotherLineIsRefused(TestDatabase database) {
        TestMigrations.of(database, Scripts.none().withTable("a1", "").withTable("x1", "a1"))
                .upgrade();
        Migrations other = TestMigrations.of(database, LINE);

        assertThatThrownBy(other::upgrade)
                .isInstanceOf(DivergedException.class)
                .hasMessage("The database has diverged from this build: it is at x1, which no script of this build"
                        + " knows, and the history does not show that this descends from c1.\n"
                        + "Deploy the build that has the missing revision, or downgrade with that build first. If the"
                        + " schema really is at a revision of this build, say so: `migration stamp --purge"
                        + " <revision>`.");
        assertThat(other.status().state()).isEqualTo(MigrationStatus.State.DIVERGED);
        assertThat(database.exists("t_b1")).isFalse();
    }

    @Test
    void stampRecordsWhatCountsAsApplied(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, LINE);

        migrations.stamp("b1");

        assertThat(database.exists("t_a1")).isFalse();
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b1");
        assertThat(database.texts("SELECT direction || ' ' || revision FROM migration_history ORDER BY id"))
                .containsExactly("stamp a1", "stamp b1");
        assertThat(migrations.upgrade().steps()).hasSize(1);
        assertThat(database.exists("t_c1")).isTrue();
    }

    @Test
    void aSchemaOfItsOwnIsCreatedAndTheSearchPathPutBack(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            SingleConnectionDataSource pool = new SingleConnectionDataSource(connection, true);
            Migrations migrations = Migrations.builder(pool)
                    .source(LINE::files)
                    .tables(new Tables("Tenant \"1\"", Tables.VERSION_TABLE, Tables.HISTORY_TABLE))
                    .build();

            migrations.upgrade();

            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(JdbcClient.create(pool)
                            .sql("SHOW search_path")
                            .query(String.class)
                            .single())
                    .isEqualTo("\"$user\", public");
        }
        assertThat(database.exists("\"Tenant \"\"1\"\"\".t_c1")).isTrue();
        assertThat(database.exists("\"Tenant \"\"1\"\"\".migration_version")).isTrue();
        assertThat(database.exists("public.t_c1")).isFalse();
    }

    @Test
    void aScriptThatSetsTheSearchPathDoesNotLeadTheNextOneAstray(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with("a1", "", "CREATE SCHEMA other;\nSET search_path TO other;", "DROP SCHEMA other;")
                .withTable("b1", "a1");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(database.exists("public.t_b1")).isTrue();
        assertThat(database.exists("public.migration_version")).isTrue();
    }

    @Test
    void aDatabaseOfAlembicsIsTakenOver(TestDatabase database) {
        database.execute("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL, CONSTRAINT"
                + " alembic_version_pkc PRIMARY KEY (version_num))");
        database.execute("INSERT INTO alembic_version VALUES ('b1')");
        Migrations migrations = TestMigrations.of(
                database, LINE, builder -> builder.tables(new Tables(null, "alembic_version", Tables.HISTORY_TABLE)));

        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.PENDING);
        migrations.upgrade();

        assertThat(database.texts("SELECT version_num FROM alembic_version")).containsExactly("c1");
        assertThat(migrations.status().applied())
                .extracting(applied -> applied.revision().value() + " " + applied.how())
                .containsExactly("a1 null", "b1 null", "c1 UPGRADE");
    }

    @Test
    void placeholdersAreReplaced(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with("a1", "", "CREATE TABLE ${name} (note text DEFAULT '${word}');", "DROP TABLE ${name};");

        TestMigrations.of(
                        database,
                        scripts,
                        builder -> builder.placeholders(new Placeholders(Map.of("name", "placed", "word", "hello"))))
                .upgrade();

        assertThat(database.exists("placed")).isTrue();
    }

    @Test
    void questionMarksBracesAndColonsReachTheServerAsTheyAre(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE j (d jsonb CHECK (d ? 'a' OR d ?| array['b'] OR d ?& array['c']));\n"
                                + "INSERT INTO j VALUES ('{\"a\": 1}');\n"
                                + "SELECT d ? 'a' FROM j;\n"
                                + "COMMENT ON TABLE j IS '{call me} :name ${kept} ?';",
                        "DROP TABLE j;");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(database.texts("SELECT obj_description('j'::regclass)"))
                .containsExactly("{call me} :name ${kept} ?");
    }

    @Test
    void aStringThatTheDriverWouldSplitReachesTheServerWhole(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with("a1", "", "CREATE TABLE s (t text);\nINSERT INTO s VALUES (E'a''\\';b');", "DROP TABLE s;");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(database.texts("SELECT t FROM s")).containsExactly("a'';b");
    }

    @Test
    void aVersionTableChangedDuringTheRunStopsIt(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "UPDATE migration_version SET version_num = 'zz';", "SELECT 1;");

        assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade)
                .hasMessage(
                        "upgrade b1 (revision b1) failed: The version table \"public\".\"migration_version\" was changed by another process during the run: it is no longer at a1.\n"
                                + "The revision was rolled back: the database is at a1.\n"
                                + "Nothing of this revision was applied. Find out which other process migrates this database, then start"
                                + " again.");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
    }

    @Test
    void statusCreatesNothingAndSaysWhatIsPending(TestDatabase database) {
        MigrationStatus status = TestMigrations.of(database, LINE).status();

        assertThat(status.state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThat(status.summary()).isEqualTo("3 revisions are pending: a1, b1, c1.");
        assertThat(status.action())
                .isEqualTo("Run `migration upgrade heads`, or start the application with migration.auto-upgrade=true.");
        assertThat(TestMigrations.of(database, LINE, builder -> builder.name("audit"))
                        .status()
                        .action())
                .isEqualTo("Run `migration upgrade heads --database audit`, or start the application with"
                        + " migration.auto-upgrade=true.");
        assertThat(database.exists("migration_version")).isFalse();
        assertThat(database.exists("migration_history")).isFalse();
    }

    @Test
    void statusOfAnUnreachableDatabaseSaysSo(TestDatabase database) {
        TestDatabase nowhere = new TestDatabase("none", "jdbc:postgresql://localhost:1/none", "nobody", "hidden");

        MigrationStatus status = TestMigrations.of(nowhere, LINE).status();

        assertThat(status.state()).isEqualTo(MigrationStatus.State.UNREACHABLE);
        assertThat(status.summary())
                .startsWith("No connection to the database: ")
                .doesNotContain("hidden");
        assertThat(status.action())
                .isEqualTo("Check that the server runs at localhost:1 and that the URL, user and password are right:"
                        + " spring.datasource.*, or migration.url, migration.username and migration.password where"
                        + " migrations have their own.");
        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void theHistoryIsMadeAgainWhereItWasDropped(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade("b1");
        database.execute("DROP TABLE migration_history");

        TestMigrations.of(database, LINE).upgrade();

        assertThat(database.texts("SELECT revision FROM migration_history")).containsExactly("c1");
    }

    @Test
    void theHistoryNamesWhoAndWith(TestDatabase database) {
        TestMigrations.of(
                        database,
                        LINE,
                        builder ->
                                builder.run(new RunSettings(TransactionScope.REVISION, Duration.ofSeconds(5), "4.2")))
                .upgrade();

        assertThat(database.count("SELECT count(*) FROM migration_history WHERE database_user = session_user AND"
                        + " application_version = '4.2' AND started_at <= clock_timestamp() AND duration_ms >= 0 AND"
                        + " checksum LIKE '1:%'"))
                .isEqualTo(3);
    }

    @Test
    void aRoleThatMayNotCreateTheVersionTableIsToldSo(TestDatabase database) {
        database.execute("CREATE ROLE poor_" + database.name() + " LOGIN PASSWORD 'p'");
        database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        TestDatabase poor = new TestDatabase(database.name(), database.url(), "poor_" + database.name(), "p");

        assertThatThrownBy(TestMigrations.of(poor, LINE)::upgrade)
                .hasMessage("The database refused what a run needs before and between its steps: ERROR: permission"
                        + " denied for schema public (SQLState 42501)\n"
                        + "Give the role the rights to create and write the version table and the history in the"
                        + " schema, or let migrations use another role: migration.username and migration.password.");

        database.execute("DROP ROLE poor_" + database.name());
    }

    @Test
    void aListenerThatThrowsLeavesNoRunInProgress(TestDatabase database) {
        Migrations migrations = TestMigrations.of(
                database,
                LINE,
                builder -> builder.listener(new RunListener() {
                    @Override
                    public void stepStarted(Step step) {
                        throw new IllegalStateException("no");
                    }
                }));

        assertThatThrownBy(migrations::upgrade).hasMessage("no");

        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThat(TestMigrations.of(database, LINE).upgrade().after()).hasToString("c1");
    }

    @Test
    void bodyThatBeginsWithAnEmptyStatementIsOneStatement(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE FUNCTION ab() RETURNS int LANGUAGE sql BEGIN ATOMIC; SELECT 1;; END;",
                        "DROP FUNCTION ab();");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(database.texts("SELECT ab()::text")).containsExactly("1");
    }
}
