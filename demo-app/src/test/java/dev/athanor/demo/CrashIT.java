package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.demo.CrashProcess.Signal;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applications killed at random instants of an upgrade, started again each time, until the schema is at head: then
 * nothing differs from a run that nobody disturbed.
 *
 * <p>{@code -Dathanor.kills=100} for more kills, {@code -Dathanor.demo-rounds=17} for more of the demo's jar (six a round
 * with the former), {@code -Dathanor.seed=…} for others.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("athanor.kills", 16);
    private static final int DEMO_KILLS = KILLS < 100 ? 2 : 6;
    private static final int DEMO_ROUNDS = Integer.getInteger("athanor.demo-rounds", 1);
    /** After the run has begun: so short that many kills fall into one run, so long that it gets on. */
    private static final int LONGEST_LIFE_MILLIS = 400;

    private static final long SILENCE_SECONDS = 8;
    private static final String OTHERS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    private static final String ADVISORY_LOCKS =
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                    + " (SELECT oid FROM pg_database WHERE datname = current_database())";

    @TempDir
    private static Path revisions;

    private static DatabasePhoto undisturbed;
    private final Set<Long> places = new TreeSet<>();
    private long slowestSilence;
    private final Random random = new Random(Long.getLong("athanor.seed", 20251007));

    @BeforeAll
    static void runUndisturbed() throws Exception {
        new CrashRevisions(revisions).write();
        TestDatabase database = PostgresServer.get().createDatabase("undisturbed");
        try (CrashProcess process = CrashProcess.start(database, revisions, "undisturbed")) {
            assertThat(process.exitCode()).as(process.log()).isZero();
            undisturbed = DatabasePhoto.of(database);
        } finally {
            PostgresServer.get().dropDatabase(database);
        }
        assertThat(undisturbed.history()).hasSize(CrashRevisions.COUNT);
        assertThat(undisturbed.data().stream().filter(line -> line.startsWith("ledger")))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(CrashRevisions.COUNT);
    }

    @Test
    void whereverAnApplicationIsKilledTheNextStartGoesOn() throws Exception {
        int kills = 0;
        int rounds = 0;
        while (kills < KILLS) {
            kills += killUntilHead(KILLS - kills);
            rounds++;
        }

        System.out.printf(
                "%d kills in %d rounds of %d revisions, after %s; silence at the latest %d ms after a kill%n",
                kills, rounds, CrashRevisions.COUNT, places, slowestSilence);
        assertThat(places).as("killed after so many revisions").hasSizeGreaterThan(KILLS / 4);
        assertThat(kills).isGreaterThanOrEqualTo(KILLS);
    }

    /** One database from nothing to head; after so many kills it is left in peace. */
    private int killUntilHead(int wanted) throws Exception {
        TestDatabase database = PostgresServer.get().createDatabase("crash");
        int kills = 0;
        try {
            while (kills < wanted && killed(database)) {
                kills++;
            }
            try (CrashProcess last = CrashProcess.start(database, revisions, "last")) {
                assertThat(last.exitCode()).as(last.log()).isZero();
            }
            assertUndisturbed(database);
            return kills;
        } finally {
            PostgresServer.get().dropDatabase(database);
        }
    }

    private boolean killed(TestDatabase database) throws Exception {
        Signal signal = random.nextInt(3) == 0 ? Signal.TERM : Signal.KILL;
        boolean anywhere = random.nextInt(8) == 0;
        int life = random.nextInt(LONGEST_LIFE_MILLIS);
        boolean patient = random.nextBoolean();
        try (CrashProcess process = CrashProcess.start(database, revisions, "crash")) {
            if (!anywhere) {
                process.awaitBegin();
                awaitRun(database, process);
            }
            if (!process.killAfter(life, signal)) {
                assertThat(process.exitCode()).as(process.log()).isZero();
                return false;
            }
        }
        if (patient) {
            awaitSilence(database);
        }
        places.add(recorded(database));
        return true;
    }

    /** Kills of an application that has only started show nothing: most are to meet it at work. */
    private static void awaitRun(TestDatabase database, CrashProcess process) throws InterruptedException {
        while (process.isAlive() && database.count(ADVISORY_LOCKS) == 0) {
            Thread.sleep(2);
        }
    }

    /** Nothing of a process that is gone goes on on the server. */
    private void awaitSilence(TestDatabase database) throws InterruptedException {
        long begun = System.nanoTime();
        while (database.count(OTHERS) > 0) {
            long waited = System.nanoTime() - begun;
            assertThat(waited)
                    .as(() -> "still there: "
                            + database.texts("SELECT query FROM pg_stat_activity WHERE datname = current_database()"))
                    .isLessThan(TimeUnit.SECONDS.toNanos(SILENCE_SECONDS));
            Thread.sleep(20);
        }
        slowestSilence = Math.max(slowestSilence, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        assertThat(database.count(ADVISORY_LOCKS)).isZero();
    }

    private void assertUndisturbed(TestDatabase database) throws InterruptedException {
        awaitSilence(database);
        DatabasePhoto photo = DatabasePhoto.of(database);
        assertThat(photo.version()).isEqualTo(undisturbed.version());
        assertThat(photo.history()).isEqualTo(undisturbed.history());
        assertThat(photo.data()).isEqualTo(undisturbed.data());
        assertThat(photo.catalog()).isEqualTo(undisturbed.catalog());
        assertThat(database.texts("SELECT outcome FROM migration_history WHERE outcome NOT IN ('success', 'failed')"))
                .isEmpty();
    }

    @Test
    void theRealApplicationIsKilledAndGoesOn() throws Exception {
        for (int round = 1; round <= DEMO_ROUNDS; round++) {
            killDemoUntilHead();
            System.out.printf("the demo's jar: %d kills%n", round * DEMO_KILLS);
        }
    }

    private void killDemoUntilHead() throws Exception {
        TestDatabase database = PostgresServer.get().createDatabase("realcrash");
        try {
            for (int kill = 1; kill <= DEMO_KILLS; kill++) {
                int recorded = kill * CrashRevisions.COUNT / (DEMO_KILLS + 2);
                killDemo(database, recorded, kill % 2 == 0 ? Signal.TERM : Signal.KILL);
            }
            try (DemoProcess demo = demo(database)) {
                assertThat(demo.answers("/actuator/health/readiness", 200))
                        .as(demo.output())
                        .isTrue();
            }
            assertUndisturbed(database);
        } finally {
            PostgresServer.get().dropDatabase(database);
        }
    }

    private void killDemo(TestDatabase database, int recorded, Signal signal) throws Exception {
        try (DemoProcess demo = demo(database)) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (recorded(database) < recorded && System.nanoTime() < deadline) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(60));
            demo.kill(signal);
        }
        assertThat(recorded(database)).isBetween((long) recorded, CrashRevisions.COUNT - 1L);
    }

    private static long recorded(TestDatabase database) {
        return database.exists("migration_history")
                ? database.count("SELECT count(*) FROM migration_history WHERE outcome = 'success'")
                : 0;
    }

    private static DemoProcess demo(TestDatabase database) throws IOException {
        return DemoProcess.start(
                List.of("-XX:TieredStopAtLevel=1"),
                "--migration.locations=file:" + revisions,
                "--migration.java-packages=",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password());
    }

    @Test
    void tenProcessesStartAtOnceOnAnEmptyDatabase() throws Exception {
        startTen(false);
    }

    @Test
    void tenProcessesStartAtOnceAndTheOneWithTheLockIsKilled() throws Exception {
        startTen(true);
    }

    private void startTen(boolean killHolder) throws Exception {
        TestDatabase database = PostgresServer.get().createDatabase("ten");
        List<CrashProcess> processes = new ArrayList<>();
        try {
            for (int number = 0; number < 10; number++) {
                processes.add(CrashProcess.start(database, revisions, "starter" + number));
            }
            if (killHolder) {
                processes.remove(killHolder(database, processes));
            }
            for (CrashProcess process : processes) {
                assertThat(process.exitCode()).as(process.log()).isZero();
            }
            assertUndisturbed(database);
        } finally {
            for (CrashProcess process : processes) {
                process.close();
            }
            PostgresServer.get().dropDatabase(database);
        }
    }

    /** Kills the process that holds the migration lock, in the middle of its work. */
    private static CrashProcess killHolder(TestDatabase database, List<CrashProcess> processes) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (recorded(database) < CrashRevisions.COUNT / 3 && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        List<String> holders = database.texts("SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON"
                + " a.pid = l.pid WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database()");
        assertThat(holders).hasSize(1);
        CrashProcess holder = processes.get(Integer.parseInt(holders.get(0).substring("starter".length())));
        holder.kill(Signal.KILL);
        assertThat(recorded(database)).isLessThan(CrashRevisions.COUNT);
        holder.close();
        return holder;
    }
}
