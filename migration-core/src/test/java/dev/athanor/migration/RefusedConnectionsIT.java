package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.session.DatabaseUnreachableException;
import dev.athanor.migration.testing.Scripts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Tests each way in which a connection is refused, on a separate server whose pg_hba.conf the test writes. */
class RefusedConnectionsIT {

    private static EmbeddedPostgres server;
    private static String url;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        url = "jdbc:postgresql://localhost:" + server.getPort() + "/";
        JdbcClient admin = admin();
        String hba = admin.sql("SHOW hba_file").query(String.class).single();
        admin.sql(
                        "COPY (VALUES ('host all with_password all scram-sha-256'), ('host all rejected all reject'), ('host all"
                                + " all all trust')) TO '" + hba + "'")
                .update();
        admin.sql("SELECT pg_reload_conf()").query().listOfRows();
        admin.sql("CREATE ROLE with_password LOGIN PASSWORD 'right'").update();
        admin.sql("CREATE ROLE rejected LOGIN").update();
        admin.sql("CREATE ROLE \"Few Ones\" LOGIN CONNECTION LIMIT 0").update();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static JdbcClient admin() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    private static String refusal(String database, String role) {
        return refusal(new DriverManagerDataSource(url + database, role, "s3cret"));
    }

    private static String refusal(DataSource source) {
        Migrations migrations = Migrations.builder(source)
                .source(Scripts.none().withTable("a1", "")::files)
                .build();
        return catchThrowableOfType(DatabaseUnreachableException.class, migrations::upgrade)
                .getMessage();
    }

    @Test
    void aWrongPasswordIsTheRoles() {
        assertThat(refusal("postgres", "with_password"))
                .isEqualTo("No connection to the database: FATAL: password authentication failed for user"
                        + " \"with_password\"\n"
                        + "Correct the password of with_password: spring.datasource.password, or migration.password where"
                        + " migrations have their own; `\\password with_password` in psql sets another one.");
    }

    @Test
    void aRoleThatIsNotThereIsCreated() {
        assertThat(refusal("postgres", "No One"))
                .isEqualTo("No connection to the database: FATAL: role \"No One\" does not exist\n"
                        + "Create the role with `CREATE ROLE \"No One\" LOGIN PASSWORD '…'`, let it log in with `ALTER ROLE"
                        + " \"No One\" LOGIN`, or use another one: spring.datasource.username, or migration.username where"
                        + " migrations have their own.");
    }

    @Test
    void aRoleThatPgHbaRejectsIsAdmittedThere() {
        assertThat(refusal("postgres", "rejected"))
                .startsWith("No connection to the database: FATAL: pg_hba.conf rejects connection for host \"")
                .endsWith("\nLet pg_hba.conf of the server admit rejected to database postgres from this host (`SELECT"
                        + " pg_reload_conf()` reads it again), or use another role: spring.datasource.username, or"
                        + " migration.username where migrations have their own.");
    }

    @Test
    void aDatabaseThatIsNotThereIsCreated() throws Exception {
        String create = "psql -h localhost -p " + server.getPort() + " -d postgres -c 'CREATE DATABASE \"My Shop\"'";

        assertThat(refusal("My%20Shop", "postgres"))
                .isEqualTo("No connection to the database: FATAL: database \"My Shop\" does not exist\n"
                        + "Create it: `" + create
                        + "`, or correct the URL: spring.datasource.url, or migration.url where"
                        + " migrations have their own.");

        ProcessBuilder psql = new ProcessBuilder("sh", "-c", create).inheritIO();
        psql.environment().put("PGUSER", "postgres");
        assertThat(psql.start().waitFor()).isZero();
        assertThat(Migrations.builder(new DriverManagerDataSource(url + "My%20Shop", "postgres", ""))
                        .source(Scripts.none().withTable("a1", "")::files)
                        .build()
                        .upgrade()
                        .after())
                .hasToString("a1");
    }

    @Test
    void tooManyConnectionsAreCountedAndLimited() {
        assertThat(refusal("postgres", "Few Ones"))
                .isEqualTo(
                        "No connection to the database: FATAL: too many connections for role \"Few Ones\"\n"
                                + "Let sessions end (`SELECT datname, usename, count(*) FROM pg_stat_activity GROUP BY 1, 2` shows"
                                + " who has them), give the application's pools fewer, or raise the limit: max_connections of the"
                                + " server, CONNECTION LIMIT of the role (`ALTER ROLE`) or of the database (`ALTER DATABASE`).");
    }

    @Test
    void whereNobodyListensEveryServerOfTheUrlIsNamed() {
        String check = " and that the URL, user and password are right: spring.datasource.*, or migration.url,"
                + " migration.username and migration.password where migrations have their own.";
        DataSource several =
                new DriverManagerDataSource("jdbc:postgresql://localhost:1,127.0.0.1:2/x?user=me&password=s3cret");
        PGSimpleDataSource drivers = new PGSimpleDataSource();
        drivers.setServerNames(new String[] {"localhost"});
        drivers.setPortNumbers(new int[] {1});

        assertThat(refusal(several))
                .endsWith("\nCheck that the server runs at localhost:1 or 127.0.0.1:2" + check)
                .doesNotContain("s3cret");
        assertThat(refusal(new TransactionAwareDataSourceProxy(several)))
                .endsWith("\nCheck that the server runs at localhost:1 or 127.0.0.1:2" + check);
        assertThat(refusal(drivers)).endsWith("\nCheck that the server runs at localhost:1" + check);
        assertThat(refusal(new DriverManagerDataSource("jdbc:postgresql://localhost:port/x?password=s3cret")))
                .endsWith("\nCheck that the server runs" + check)
                .doesNotContain("s3cret");
    }

    @Test
    void aServerThatShutsDownIsWaitedFor() throws Exception {
        try (EmbeddedPostgres stopping = EmbeddedPostgres.start();
                Connection open = stopping.getPostgresDatabase().getConnection()) {
            shutDownOnceSessionsHaveEnded(open);
            DataSource source = new DriverManagerDataSource(
                    "jdbc:postgresql://localhost:" + stopping.getPort() + "/postgres", "postgres", "");
            awaitRefusal(source);

            assertThat(refusal(source))
                    .isEqualTo("No connection to the database: FATAL: the database system is shutting down\n"
                            + "Wait until the server accepts connections, which `pg_isready -h localhost -p "
                            + stopping.getPort() + "` tells, then start again.");
        }
    }

    private static void shutDownOnceSessionsHaveEnded(Connection open) throws SQLException {
        try (var statement = open.createStatement();
                var row = statement.executeQuery("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int")) {
            row.next();
            ProcessHandle.of(row.getLong(1)).orElseThrow().destroy();
        }
    }

    private static void awaitRefusal(DataSource source) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        boolean refused = false;
        while (!refused && System.nanoTime() < deadline) {
            try (Connection still = source.getConnection()) {
                assertThat(still).isNotNull();
            } catch (SQLException e) {
                refused = true;
            }
        }
    }
}
