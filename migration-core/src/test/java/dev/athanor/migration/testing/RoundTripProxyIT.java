package dev.athanor.migration.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;

@ExtendWith(PostgresExtension.class)
class RoundTripProxyIT {

    private RoundTripProxy proxy;
    private Connection connection;

    @BeforeEach
    void connect(TestDatabase database) throws SQLException {
        proxy = RoundTripProxy.to(database.url());
        TestDatabase proxied = proxy.through(database);
        connection = DriverManager.getConnection(proxied.url(), proxied.user(), proxied.password());
        proxy.reset();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        proxy.close();
    }

    @Test
    void countsEachAnswerThatTheDriverWaitsFor() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            statement.execute("SELECT 2");
        }

        assertThat(proxy.trips()).isEqualTo(2);
        assertThat(proxy.statements()).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void countsWhatTravelsTogetherOnce() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.addBatch("CREATE TABLE t (id int)");
            statement.addBatch("INSERT INTO t VALUES (1)");
            statement.executeBatch();
        }
        connection.commit();

        assertThat(proxy.statements())
                .containsExactly("BEGIN | CREATE TABLE t (id int) | INSERT INTO t VALUES (1)", "COMMIT");
    }

    @Test
    void countsALargeStatementWithALargeAnswerOnce() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT '" + "x".repeat(1_000_000) + "', repeat('y', 1000000)");
        }

        assertThat(proxy.trips()).isEqualTo(1);
    }

    @Test
    void countsNoticesWithTheirStatement() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DO $$ BEGIN FOR i IN 1..100 LOOP RAISE NOTICE '%', i; END LOOP; END $$");
        }

        assertThat(proxy.trips()).isEqualTo(1);
    }

    @Test
    void countsCopiedDataAsATripOfItsOwn() throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id int)");
        }
        proxy.reset();

        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY t FROM STDIN", new StringReader("1\n2\n"));

        assertThat(proxy.trips()).isEqualTo(2);
    }

    @Test
    void addsTimeOnceATrip(TestDatabase database) throws SQLException {
        try (RoundTripProxy slow = RoundTripProxy.to(database.url(), Duration.ofMillis(20))) {
            TestDatabase proxied = slow.through(database);
            long begun = System.nanoTime();

            DriverManager.getConnection(proxied.url(), proxied.user(), proxied.password())
                    .close();

            Duration least = Duration.ofMillis(20L * slow.trips());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(least);
        }
    }
}
