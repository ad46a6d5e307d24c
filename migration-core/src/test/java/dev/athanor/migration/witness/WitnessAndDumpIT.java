package dev.athanor.migration.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.witness.WitnessIT.Change;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Compares the witness with {@code pg_dump} on random changes: both must agree whether anything has changed.
 *
 * <p>Set {@code migration.test.pg-dump} to the path of a {@code pg_dump} that is not older than the server, unless it is
 * on the path, and {@code migration.test.changes} to the number of changes.
 */
class WitnessAndDumpIT {

    private static final String DUMP = System.getProperty("migration.test.pg-dump", "pg_dump");
    private static final int CHANGES = Integer.getInteger("migration.test.changes", 20);
    private static final long SEED = Long.getLong("migration.test.seed", 20251120L);

    /** Matches what the witness sees and a dump does not contain: triggers of constraints, and members of extensions. */
    private static final Pattern NOT_IN_A_DUMP = Pattern.compile(
            "ALTER TABLE posts (DIS|EN)ABLE TRIGGER ALL|ALTER (EXTENSION|SUBSCRIPTION) .*|.*DEPENDS ON EXTENSION.*");

    /** Matches what a dump contains and the witness does not count: the order of columns. */
    private static final Pattern ORDER = Pattern.compile("ALTER .* (ADD|DROP) .*");

    @Test
    void bothAgreeWhetherAnythingHasChanged() throws SQLException, IOException, InterruptedException {
        TestDatabase database = PostgresServer.get().createDatabase("dumps");
        try (Connection connection = database.dataSource().getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            assumeTrue(versionOfDump() >= version, "there is no pg_dump of version " + version + " or later");
            assertThat(disagreements(database, connection, version)).isEmpty();
        } finally {
            PostgresServer.get().dropDatabase(database);
            drop("witness_one");
            drop("witness_two");
        }
    }

    private static void drop(String role) throws SQLException {
        TestDatabase database = PostgresServer.get().createDatabase("roles");
        database.execute("DROP ROLE IF EXISTS " + role);
        PostgresServer.get().dropDatabase(database);
    }

    private static List<String> disagreements(TestDatabase database, Connection connection, int version)
            throws SQLException, IOException, InterruptedException {
        run(connection, WitnessIT.text("base.sql"));
        CatalogWitness witness = new CatalogWitness(connection);
        Evidence before = witness.read(WitnessScope.of("public"));
        String dumpBefore = dump(database);
        List<Change> changes = WitnessIT.changes(version);
        Random random = new Random(SEED);
        List<String> disagreements = new ArrayList<>();
        for (int number = 0; number < CHANGES; ) {
            Change change = changes.get(random.nextInt(changes.size()));
            String sql = random.nextBoolean() || change.inverse().isEmpty() ? change.sql() : change.inverse();
            if (NOT_IN_A_DUMP.matcher(sql).matches() || !succeeds(connection, sql)) {
                continue;
            }
            number++;
            Evidence after = witness.read(WitnessScope.of("public"));
            String dumpAfter = dump(database);
            boolean seen = !after.since(before).isEmpty();
            boolean dumped = !dumpAfter.equals(dumpBefore);
            if (seen != dumped && !(dumped && ORDER.matcher(sql).matches())) {
                disagreements.add(sql + (seen ? ": only the witness: " + after.since(before) : ": only the dump"));
            }
            before = after;
            dumpBefore = dumpAfter;
        }
        return disagreements;
    }

    private static boolean succeeds(Connection connection, String sql) {
        try {
            run(connection, sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static int versionOfDump() throws InterruptedException {
        try {
            Matcher version = Pattern.compile("\\) (\\d+)").matcher(output(DUMP, "--version"));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns a dump without what differs each time: the token that protects it. */
    private static String dump(TestDatabase database) throws IOException, InterruptedException {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        return output(
                        DUMP,
                        "--schema-only",
                        "--dbname=postgresql://" + database.user() + ":" + database.password() + "@" + uri.getHost()
                                + ":" + uri.getPort() + uri.getPath())
                .replaceAll("(?m)^\\\\(un)?restrict .*$", "");
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
