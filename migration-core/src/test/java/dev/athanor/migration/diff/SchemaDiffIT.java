package dev.athanor.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.diff.DiffOptions.Locks;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SchemaDiffIT {

    private static final SchemaScope SCOPE = SchemaScope.of("public").with("audit", "Other One");

    @Test
    void objectsOfOtherSchemasComeAndGo(TestDatabase database) throws SQLException {
        Schema before = read(database);
        database.execute("CREATE SCHEMA audit; COMMENT ON SCHEMA audit IS 'log'; CREATE SCHEMA \"Other One\";"
                + " CREATE TYPE audit.kind AS ENUM ('a', 'b'); CREATE TABLE t (id int PRIMARY KEY, k audit.kind);"
                + " CREATE TABLE audit.log (id serial PRIMARY KEY, t_id int REFERENCES t, k audit.kind DEFAULT 'a');"
                + " CREATE INDEX log_k ON audit.log (k) WHERE k = 'a';"
                + " CREATE TABLE \"Other One\".\"T\" (id int REFERENCES audit.log);"
                + " CREATE VIEW \"Other One\".v AS SELECT l.k FROM audit.log l JOIN t ON t.id = l.t_id;"
                + " CREATE FUNCTION audit.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
                + " CREATE TRIGGER g BEFORE UPDATE ON audit.log FOR EACH ROW EXECUTE FUNCTION audit.f()");
        Schema after = read(database);

        SchemaDiff back = SchemaDiff.between(after, before, DiffOptions.EXACT);
        run(database, back.change().upgrade());
        assertThat(read(database)).isEqualTo(before);
        run(database, back.change().downgrade());
        assertThat(read(database)).isEqualTo(after);
        run(
                database,
                SchemaDiff.between(after, before, DiffOptions.EXACT).change().upgrade());
        run(
                database,
                SchemaDiff.between(before, after, DiffOptions.EXACT).change().upgrade());

        assertThat(read(database)).isEqualTo(after);
    }

    @Test
    void anEnumOfAnotherSchemaIsBuiltAnew(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA audit; CREATE TYPE audit.\"K\" AS ENUM ('a', 'b');"
                + " CREATE TABLE audit.log (k audit.\"K\" NOT NULL DEFAULT 'a', ks audit.\"K\"[]);"
                + " CREATE VIEW v AS SELECT k FROM audit.log");
        Schema before = read(database);
        database.execute(
                "DROP VIEW v; DROP TABLE audit.log; DROP TYPE audit.\"K\"; CREATE TYPE audit.\"K\" AS ENUM ('a', 'c');"
                        + " CREATE TABLE audit.log (k audit.\"K\" NOT NULL DEFAULT 'a', ks audit.\"K\"[]);"
                        + " CREATE VIEW v AS SELECT k FROM audit.log");
        Schema after = read(database);

        Change change = SchemaDiff.between(after, before, DiffOptions.EXACT).change();
        run(database, change.upgrade());
        assertThat(read(database)).isEqualTo(before);
        run(database, change.downgrade());

        assertThat(read(database)).isEqualTo(after);
    }

    @Test
    void whatComesAfterwardsRunsWithoutATransaction(TestDatabase database) throws SQLException {
        String tables = "CREATE TABLE r (id int PRIMARY KEY, c int); CREATE TABLE t (a int, r_id int)";
        database.execute(tables);
        database.execute(
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0), ADD CONSTRAINT f FOREIGN KEY (r_id) REFERENCES r;"
                        + " CREATE INDEX i ON t (a) WHERE a > 5; CREATE UNIQUE INDEX u ON r (c)");
        Schema after = read(database);
        database.execute("DROP TABLE t, r; " + tables);
        Schema before = read(database);

        SchemaDiff diff = SchemaDiff.between(before, after, DiffOptions.EXACT.withLocks(Locks.AVOIDED));
        run(database, diff.change().upgrade());
        Schema between = read(database);
        runEach(database, diff.afterwards().upgrade());
        assertThat(read(database)).isEqualTo(after);
        runEach(database, diff.afterwards().downgrade());
        assertThat(read(database)).isEqualTo(between);
        run(database, diff.change().downgrade());

        assertThat(read(database)).isEqualTo(before);
        assertThat(diff.change().upgrade()).allMatch(Operation::transactional);
        assertThat(diff.afterwards().upgrade()).anyMatch(operation -> !operation.transactional());
    }

    @Test
    void dataSurvivesWhatCanKeepIt(TestDatabase database) throws SQLException {
        database.execute("CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE DOMAIN d AS int;"
                + " CREATE TABLE t (id serial PRIMARY KEY, e e DEFAULT 'a', es e[], n text, v varchar(5), d d);"
                + " INSERT INTO t (e, es, n, v, d) VALUES ('c', '{a,c}', '42', 'x', 7)");
        Schema before = read(database);
        database.execute("CREATE SCHEMA audit");
        Schema after;
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute("DROP TABLE t; DROP TYPE e; DROP DOMAIN d; CREATE TYPE e AS ENUM ('c', 'a');"
                            + " CREATE DOMAIN d AS bigint; CREATE TABLE t (id bigserial PRIMARY KEY, e e DEFAULT 'c', es e[], n bigint,"
                            + " v text, d d)");
            after = SchemaReader.read(connection, SchemaScope.of("public"));
            connection.rollback();
        }

        run(
                database,
                SchemaDiff.between(before, after, DiffOptions.EXACT).change().upgrade());

        assertThat(database.texts("SELECT t::text FROM t")).containsExactly("(1,c,\"{a,c}\",42,x,7)");
    }

    private static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return SchemaReader.read(connection, SCOPE);
        }
    }

    private static void run(TestDatabase database, List<Operation> operations) throws SQLException {
        try (Workbench workbench = new Workbench(database)) {
            workbench.run(operations);
            workbench.run("COMMIT");
        }
    }

    private static void runEach(TestDatabase database, List<Operation> operations) {
        OperationStatements.of(operations).forEach(database::execute);
    }
}
