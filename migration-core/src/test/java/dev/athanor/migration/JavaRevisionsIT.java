package dev.athanor.migration;

import static dev.athanor.migration.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.revision.ReversibleRevision;
import dev.athanor.migration.revision.RevisionHeader;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests revisions in Java, alone and between scripts, on a real server. */
@ExtendWith(PostgresExtension.class)
class JavaRevisionsIT {

    private static final Scripts BASE = Scripts.none().withTable("a1", "");

    private TestDatabase database;

    @BeforeEach
    void use(TestDatabase fresh) {
        database = fresh;
    }

    @RevisionHeader(id = "b1", revises = "a1", message = "members of teams", createDate = "2026-11-20T10:00:00Z")
    static final class Members implements ReversibleRevision {
        @Override
        public void change(Operations op) {
            op.createTable("teams", t -> {
                t.column("id", "bigint").identity();
                t.column("name", "text").notNull();
                t.primaryKey("id");
            });
            op.createTable("members", t -> {
                t.column("id", "bigint").identity();
                t.column("team_id", "bigint").notNull();
                t.primaryKey("id");
                t.foreignKey("team_id").references("teams", "id").onDelete(CASCADE);
            });
            op.createIndex("members_team", "members", "team_id");
        }
    }

    @Test
    void aChangeIsAppliedAndTakenBackByItself() {
        List<String> before = snapshotAt("a1");

        migrations(new Members()).upgrade();
        List<String> history =
                database.texts("SELECT revision || ' ' || outcome || ' ' || script FROM migration_history");
        migrations(new Members()).downgrade("a1");

        assertThat(history)
                .containsExactly(
                        "a1 success db/revisions/a1.sql", "b1 success dev/athanor/migration/JavaRevisionsIT.java");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
    }

    @Test
    void aBuildWithoutTheClassTakesItBackFromTheHistory() {
        List<String> before = snapshotAt("a1");
        migrations(new Members()).upgrade();

        TestMigrations.of(database, BASE).downgrade("a1");

        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
    }

    @RevisionHeader(id = "b1", revises = "a1")
    static final class Names implements JavaRevision {

        private final Consumer<Operations> work;

        Names(Consumer<Operations> work) {
            this.work = work;
        }

        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE names (id int PRIMARY KEY, name text)");
            op.bulkInsert("names", List.of(java.util.Map.of("id", 1, "name", "ada")));
            work.accept(op);
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("names");
        }
    }

    @Test
    void dataIsSeenAsItIsAfterWhatWasSaid() {
        migrations(new Names(op -> {
                    List<String> names = op.jdbc()
                            .sql("SELECT name FROM names")
                            .query(String.class)
                            .list();
                    assertThat(names).containsExactly("ada");
                    op.jdbc()
                            .sql("UPDATE names SET name = :name")
                            .param("name", "Ada")
                            .update();
                    op.execute("UPDATE names SET name = name || ?", " L.");
                    assertThat(op.jdbc()
                                    .sql("SELECT name FROM names")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("Ada L.");
                }))
                .upgrade();

        assertThat(database.texts("SELECT name FROM names")).containsExactly("Ada L.");
    }

    @Test
    void guardsTellWhatIsThere() {
        migrations(new Names(op -> {
                    assertThat(op.hasTable("names")).isTrue();
                    assertThat(op.hasTable("nothing")).isFalse();
                    assertThat(op.hasColumn("names", "name")).isTrue();
                    assertThat(op.hasColumn("names", "nothing")).isFalse();
                    assertThat(op.hasExtension("plpgsql")).isTrue();
                    assertThat(op.hasExtension("nothing")).isFalse();
                    assertThat(op.offersExtension("plpgsql")).isTrue();
                    assertThat(op.in("pg_catalog")).isNotNull();
                    assertThat(op.serverVersion()).isBetween(14, 30);
                    assertThat(op.isOffline()).isFalse();
                }))
                .upgrade();
    }

    @Test
    void aRefusedStatementIsNamedWithTheLineThatSaidIt() {
        Migrations migrations = migrations(new Names(op -> {
            op.execute("SELECT 1");
            op.execute("SELECT no_such_column FROM names");
            op.execute("SELECT 2");
        }));

        assertThatThrownBy(migrations::upgrade)
                .hasMessageMatching(
                        "(?s)upgrade b1 failed at dev/athanor/migration/JavaRevisionsIT.java:\\d+, statement"
                                + " 4:\n    SELECT no_such_column FROM names\nERROR: column \"no_such_column\" does not exist\n"
                                + "  Position: 8 \\(SQLState 42703\\)\nThe revision was rolled back: the database is at a1.\n"
                                + "Text belongs in apostrophes, and only a name in quotation marks keeps its capital letters\\."
                                + " Check the name, and that the revision that adds the column comes before this one, then"
                                + " start again; nothing of this revision was applied.");
        assertThat(database.exists("names")).isFalse();
        assertThat(database.texts("SELECT outcome FROM migration_history ORDER BY id"))
                .containsExactly("success", "failed");
    }

    @Test
    void whatTheCodeThrowsIsNamedAndNothingIsLeft() {
        Migrations migrations = migrations(new Names(op -> {
            op.jdbc().sql("INSERT INTO names VALUES (2, 'b')").update();
            throw new IllegalStateException("not today");
        }));

        assertThatThrownBy(migrations::upgrade)
                .hasMessageMatching("(?s)upgrade b1 failed at dev/athanor/migration/JavaRevisionsIT.java:\\d+:\n"
                        + "    java.lang.IllegalStateException: not today\n"
                        + "The revision was rolled back: the database is at a1.\n.*");
        assertThat(database.exists("names")).isFalse();
    }

    @Test
    void theTransactionBelongsToTheEngine() {
        assertThatThrownBy(migrations(new Names(op -> op.execute("COMMIT")))::upgrade)
                .hasMessageMatching("(?s)upgrade b1 failed: dev/athanor/migration/JavaRevisionsIT.java:\\d+: `COMMIT`"
                        + " controls the transaction, which the engine manages.\nThe revision was rolled back: the"
                        + " database is at a1.\nLeave it out: a revision and its record commit together. For operations"
                        + " that commit one by one: @RevisionHeader\\(transactional = false\\).");
        assertThatThrownBy(migrations(new Names(op -> op.execute("VACUUM names")))::upgrade)
                .hasMessageContaining("`VACUUM names` cannot run inside a transaction.")
                .hasMessageContaining("@RevisionHeader(transactional = false)");
        assertThat(database.exists("names")).isFalse();
    }

    @RevisionHeader(id = "b1", revises = "a1", transactional = false)
    static final class Stepwise implements JavaRevision {

        private final boolean broken;

        Stepwise(boolean broken) {
            this.broken = broken;
        }

        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE big (id int)");
            op.execute("INSERT INTO big VALUES (1)");
            op.createIndex("big_id", "big", i -> i.on("id").concurrently());
            if (broken) {
                op.execute("SELECT 1 / 0");
            }
            op.execute("INSERT INTO big VALUES (2)");
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("big");
        }
    }

    @Test
    void withoutATransactionItGoesOnFromTheStatementThatFailed() {
        assertThatThrownBy(migrations(new Stepwise(true))::upgrade)
                .hasMessageContaining(", statement 4:\n    SELECT 1 / 0\n")
                .hasMessageContaining("the statements before this one have committed; the database is at a1.");
        assertThat(database.count("SELECT count(*) FROM big")).isEqualTo(1);

        migrations(new Stepwise(false)).upgrade();

        assertThat(database.texts("SELECT id::text FROM big ORDER BY 1")).containsExactly("1", "2");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b1");
        migrations(new Stepwise(false)).downgrade("a1");
        assertThat(database.exists("big")).isFalse();
    }

    @Test
    void oneTransactionSpansScriptsAndCode() {
        Migrations migrations = TestMigrations.of(
                database, BASE, builder -> builder.revision(new Names(op -> op.execute("SELECT 1 / 0")))
                        .run(TestMigrations.run(TransactionScope.SINGLE, Duration.ofSeconds(10))));

        assertThatThrownBy(migrations::upgrade).hasMessageContaining("The whole run was rolled back");

        assertThat(database.exists("t_a1")).isFalse();
        assertThat(database.exists("names")).isFalse();
    }

    @Test
    void aPlanIsWrittenDownAsFarAsItIsOperations() {
        String sql = migrations(new Members()).sql().upgrade("a1:heads");

        assertThat(sql)
                .contains("-- upgrade b1 (members of teams)\n")
                .contains("CREATE TABLE members (\n")
                .contains("REFERENCES teams (id) ON DELETE CASCADE")
                .contains("CREATE INDEX members_team ON members (team_id);");
        assertThat(database.exists("migration_version")).isFalse();
        assertThatThrownBy(() -> migrations(new Names(Operations::jdbc)).sql().upgrade("a1:heads"))
                .hasMessageMatching(
                        "b1 accesses data at dev/athanor/migration/JavaRevisionsIT.java:\\d+, and a plan that"
                                + " is written down has no database.\nRun it online, or write what it does in SQL;"
                                + " op.isOffline\\(\\) tells it when there is none.");
    }

    @Test
    void whatCannotBeCreatedIsSaidBeforeAnythingRuns() {
        Migrations migrations = TestMigrations.of(
                database,
                BASE,
                builder -> builder.revisions(List.of(new RegisteredRevision(Members.class, () -> {
                    throw new IllegalStateException("no such bean");
                }))));

        assertThatThrownBy(migrations::upgrade)
                .hasMessage(
                        "Class dev.athanor.migration.JavaRevisionsIT$Members, a revision in Java, cannot be created:"
                                + " java.lang.IllegalStateException: no such bean\nSee what it needs. Nothing was done.");
        assertThat(database.exists("t_a1")).isFalse();
        assertThat(migrations.scripts().scripts()).hasSize(2);
    }

    @RevisionHeader(id = "not legal!", revises = "a1")
    static final class Wrong implements ReversibleRevision {
        @Override
        public void change(Operations op) {}
    }

    static final class Bare implements ReversibleRevision {
        @Override
        public void change(Operations op) {}
    }

    @Test
    void everyProblemOfEveryHeaderIsNamed() {
        Migrations migrations = TestMigrations.of(
                database, BASE, builder -> builder.revision(new Wrong()).revision(new Bare()));

        assertThatThrownBy(migrations::scripts)
                .hasMessageContaining("dev/athanor/migration/JavaRevisionsIT.java:1: ")
                .hasMessageContaining("not legal!")
                .hasMessageContaining("Class dev.athanor.migration.JavaRevisionsIT$Bare has no @RevisionHeader.");
    }

    @RevisionHeader(id = "b1", revises = "a1")
    static final class OneWay implements ReversibleRevision {
        @Override
        public void change(Operations op) {
            op.execute("CREATE TABLE one_way (id int)");
        }
    }

    @RevisionHeader(id = "b1", revises = "a1")
    static final class BothWays implements ReversibleRevision {
        @Override
        public void change(Operations op) {
            op.execute(Execute.sql("CREATE TABLE both_ways (id int)").undoneBy("DROP TABLE both_ways"));
        }
    }

    @Test
    void aStatementIsReversedWhereItSaysHow() {
        migrations(new OneWay()).upgrade();
        assertThatThrownBy(() -> migrations(new OneWay()).downgrade("a1"))
                .hasMessage(
                        "downgrade b1 failed: Executing \"CREATE TABLE one_way (id int)\" cannot be reversed: the"
                                + " statement that undoes it is not known.\nThe revision was rolled back: the database is at"
                                + " b1.\nGive it: op.execute(Execute.sql(\"…\").undoneBy(\"…\")), or write downgrade() by hand.");
        assertThat(database.exists("one_way")).isTrue();

        migrations(new BothWays()).stamp("a1");
        migrations(new BothWays()).upgrade();
        migrations(new BothWays()).downgrade("a1");
        assertThat(database.exists("both_ways")).isFalse();
    }

    private List<String> snapshotAt(String revision) {
        TestMigrations.of(database, BASE).upgrade(revision);
        return CatalogSnapshot.of(database);
    }

    private Migrations migrations(JavaRevision revision) {
        return TestMigrations.of(database, BASE, builder -> builder.revision(revision));
    }
}
