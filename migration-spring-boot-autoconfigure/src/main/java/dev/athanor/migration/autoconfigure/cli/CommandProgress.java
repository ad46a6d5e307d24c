package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import java.io.PrintStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prints one line per revision to standard error; on a terminal, a bar with the time below them while a revision runs.
 */
final class CommandProgress implements RunListener {

    private static final long NANOS_BETWEEN_LINES = 10_000_000_000L;
    private static final long NANOS_BETWEEN_WAITS = 30_000_000_000L;

    private final PrintStream err;
    private int step;
    private int steps;
    private int lastHolder;
    private long saidAt;
    private long waitSaidAt;
    private Ticker ticker = Ticker.NONE;

    CommandProgress(PrintStream err) {
        this.err = err;
    }

    static void register(ConfigurableApplicationContext context, Streams streams) {
        context.getBeanFactory().registerSingleton("migrationCommandProgress", new CommandProgress(streams.err()));
    }

    @Override
    public void waitingForLock(LockHolder holder) {
        long now = System.nanoTime();
        if (holder.pid() != lastHolder || now - waitSaidAt > NANOS_BETWEEN_WAITS) {
            lastHolder = holder.pid();
            waitSaidAt = now;
            err.println("waiting for the migration lock: " + holder + " holds it");
        }
    }

    @Override
    public void runStarted(MigrationPlan plan) {
        step = 0;
        steps = plan.steps().size();
    }

    @Override
    public void stepStarted(Step next) {
        step++;
        saidAt = System.nanoTime();
        ticker = Ticker.start(err, ProgressBar.of(step - 1, steps) + " " + line(next));
    }

    @Override
    public void batchFinished(Step of, BatchProgress progress) {
        long now = System.nanoTime();
        if (ticker.ticks()) {
            ticker.say(ProgressBar.of(progress));
        } else if (now - saidAt > NANOS_BETWEEN_LINES) {
            saidAt = now;
            err.println(line(of) + " ... " + progress);
        }
    }

    @Override
    public void stepFinished(Step done, StepReport report) {
        ticker.stop();
        String outcome = report.outcome() == Outcome.SUCCESS ? report.duration().toMillis() + " ms" : "FAILED";
        String note = report.note() == null ? "" : ". " + report.note();
        err.println(line(done) + " ... " + outcome + note);
    }

    private String line(Step of) {
        return "[" + step + "/" + steps + "] " + of.describe();
    }
}
