package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.RoundTripProxy;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Tests how many round trips a run takes once the connection is open. */
@ExtendWith(PostgresExtension.class)
class RoundTripsIT {

    /** Counts the round trips of a database at head: one query. */
    private static final int NOTHING_TO_DO = 1;

    /** Counts the round trips per revision, however many statements it has. The budget is 2. */
    private static final int A_REVISION = 1;

    /**
     * Counts the round trips around the revisions of a run: read the state; lock, set up and read again; restore
     * everything.
     */
    private static final int A_RUN = 3;

    private RoundTripProxy proxy;
    private TestDatabase database;
    private SingleConnectionDataSource connection;

    @BeforeEach
    void connect(TestDatabase fresh) {
        proxy = RoundTripProxy.to(fresh.url());
        database = proxy.through(fresh);
        connection = new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        trips(() -> migrations(line(1, 1)).upgrade());
    }

    @AfterEach
    void disconnect() {
        connection.destroy();
        proxy.close();
    }

    @Test
    void nothingToDoCostsOneQuestion() {
        Migrations migrations = migrations(line(1, 1));

        assertThat(trips(migrations::upgrade)).as(this::carried).isEqualTo(NOTHING_TO_DO);
    }

    @Test
    void nothingToDoAndNoMarkOfItCostsAnotherOne() {
        database.execute("UPDATE migration_history SET at_head = NULL");
        Migrations migrations = migrations(line(1, 1));

        assertThat(trips(migrations::upgrade)).as(this::carried).isEqualTo(NOTHING_TO_DO + 1);
    }

    @Test
    void oneRevisionCostsOneRoundTrip() {
        Migrations migrations = migrations(line(2, 1));

        assertThat(trips(migrations::upgrade)).as(this::carried).isEqualTo(A_RUN + A_REVISION);
    }

    @Test
    void tenRevisionsOfTenStatementsCostOneRoundTripEach() {
        Migrations migrations = migrations(line(11, 10));

        assertThat(trips(migrations::upgrade)).as(this::carried).isEqualTo(A_RUN + 10 * A_REVISION);
    }

    @Test
    void aRevisionMoreCostsOneRoundTripMore() {
        int one = trips(() -> migrations(line(2, 10)).upgrade());
        int five = trips(() -> migrations(line(7, 10)).upgrade());

        assertThat(five - one).as(this::carried).isEqualTo(4 * A_REVISION);
    }

    private int trips(Runnable work) {
        proxy.reset();
        work.run();
        return proxy.trips();
    }

    private String carried() {
        return String.join("\n", proxy.statements());
    }

    private Migrations migrations(Scripts scripts) {
        return Migrations.builder(connection).source(scripts::files).build();
    }

    /** Creates a line of revisions. The first revision has one statement, and the others have the given number. */
    private static Scripts line(int revisions, int statements) {
        Scripts scripts = Scripts.none();
        for (int number = 0; number < revisions; number++) {
            String revises = number == 0 ? "" : "r" + (number - 1);
            String up = tables(number, number == 0 ? 1 : statements, "CREATE TABLE t_%d_%d (id int);");
            String down = tables(number, number == 0 ? 1 : statements, "DROP TABLE t_%d_%d;");
            scripts.with("r" + number, revises, up, down);
        }
        return scripts;
    }

    private static String tables(int revision, int statements, String statement) {
        return IntStream.range(0, statements)
                .mapToObj(number -> String.format(statement, revision, number))
                .collect(Collectors.joining("\n"));
    }
}
