package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.lock.LockTimeoutException;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.JavaProcess;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class ConcurrencyIT {

    private static final String RECORDED =
            "SELECT revision FROM migration_history WHERE outcome = 'success' ORDER BY id";

    @Test
    void twentyThreadsStartAtOnceAndEachRevisionIsRecordedOnce(TestDatabase database) throws Exception {
        int starters = 20;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(starters);
        List<Future<MigrationReport>> reports = new ArrayList<>();
        for (int starter = 0; starter < starters; starter++) {
            reports.add(executor.submit(() -> {
                start.await();
                return TestMigrations.of(database, scripts()).upgrade();
            }));
        }

        start.countDown();

        int runners = 0;
        for (Future<MigrationReport> report : reports) {
            assertThat(report.get(60, TimeUnit.SECONDS).after()).hasToString("r5");
            runners += report.get().steps().isEmpty() ? 0 : 1;
        }
        executor.shutdown();
        assertThat(runners).isEqualTo(1);
        assertThat(database.texts(RECORDED)).containsExactly("r1", "r2", "r3", "r4", "r5");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("r5");
    }

    @Test
    void fourProcessesStartAtOnceAndEachRevisionIsRecordedOnce(TestDatabase database) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int starter = 0; starter < 4; starter++) {
            processes.add(JavaProcess.start(Starter.class, database.url(), database.user(), database.password()));
        }

        for (Process process : processes) {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(database.texts(RECORDED)).containsExactly("r1", "r2", "r3", "r4", "r5");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("r5");
    }

    /** Runs one of the processes. */
    static final class Starter {

        private Starter() {}

        public static void main(String[] arguments) {
            TestDatabase database = new TestDatabase("", arguments[0], arguments[1], arguments[2]);
            MigrationReport report = TestMigrations.of(database, scripts()).upgrade();
            if (!report.after().toString().equals("r5")) {
                throw new IllegalStateException("Ended at " + report.after());
            }
        }
    }

    static Scripts scripts() {
        Scripts scripts = Scripts.none();
        for (int number = 1; number <= 5; number++) {
            String sleep = "SELECT pg_sleep(0.05);\n";
            scripts.with(
                    "r" + number,
                    number == 1 ? "" : "r" + (number - 1),
                    "CREATE TABLE t" + number + " (id int);\n" + sleep,
                    "DROP TABLE t" + number + ";");
        }
        return scripts;
    }

    @Test
    void aHeldLockIsWaitedForAndItsHolderNamed(TestDatabase database) throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread holder = new Thread(
                () -> TestMigrations.of(database, scripts(), builder -> builder.listener(new StepGate(running, mayEnd)))
                        .upgrade());
        holder.start();
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        Migrations waiting = TestMigrations.of(
                database,
                scripts(),
                builder -> builder.run(TestMigrations.run(TransactionScope.REVISION, Duration.ofMillis(400))));

        assertThatThrownBy(waiting::upgrade)
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageMatching(
                        "(?s)The migration lock of \"public\"\\.\"migration_version\" could not be taken within"
                                + " 0\\.4 s: pid \\d+ \\(user " + database.user()
                                + ", application '[^']*'(, from [^,]+)?,"
                                + " connected for \\d+ s\\) holds it\\.\n"
                                + "Wait until that migration ends, or raise migration\\.lock-wait\\. If its process is gone, end"
                                + " its session: SELECT pg_terminate_backend\\(\\d+\\)\\.");

        mayEnd.countDown();
        holder.join(30_000);
        assertThat(waiting.upgrade().steps()).isEmpty();
        assertThat(database.texts(RECORDED)).hasSize(5);
    }

    @Test
    void theLockIsFreeAfterAFailure(TestDatabase database) {
        Scripts broken = Scripts.none().with("r1", "", "SELEC 1;", "SELECT 1;");

        assertThatThrownBy(TestMigrations.of(database, broken)::upgrade).hasMessageContaining("SELEC");

        assertThat(database.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                        + " (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .isZero();
    }

    @Test
    void statusTellsTheRunInProgress(TestDatabase database) throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Migrations migrations =
                TestMigrations.of(database, scripts(), builder -> builder.listener(new StepGate(running, mayEnd)));
        Thread run = new Thread(migrations::upgrade);
        run.start();
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

        MigrationStatus status = migrations.status();

        assertThat(status.state()).isEqualTo(MigrationStatus.State.RUNNING);
        assertThat(status.summary()).isEqualTo("Running upgrade r1 (revision r1), step 1 of 5.");
        assertThat(status.running()).hasValueSatisfying(now -> {
            assertThat(now.command()).isEqualTo(Command.UPGRADE);
            assertThat(now.number()).isEqualTo(1);
            assertThat(now.steps()).isEqualTo(5);
        });
        assertThat(status.pending()).hasSize(5);
        assertThat(TestMigrations.of(database, scripts()).status().state()).isEqualTo(MigrationStatus.State.PENDING);
        mayEnd.countDown();
        run.join(30_000);
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
    }
}
