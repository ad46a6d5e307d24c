package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.LockHolder;
import dev.athanor.migration.runner.Outcome;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import java.io.PrintStream;
import org.springframework.context.ConfigurableApplicationContext;

/** One line a revision on standard error; on a terminal, with the time while it runs. */
final class CommandProgress implements RunListener {

    private final PrintStream err;
    private int step;
    private int steps;
    private int lastHolder;
    private Ticker ticker = Ticker.NONE;

    private CommandProgress(PrintStream err) {
        this.err = err;
    }

    static void register(ConfigurableApplicationContext context, Streams streams) {
        context.getBeanFactory().registerSingleton("migrationCommandProgress", new CommandProgress(streams.err()));
    }

    @Override
    public void waitingForLock(LockHolder holder) {
        if (holder.pid() != lastHolder) {
            lastHolder = holder.pid();
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
        ticker = Ticker.start(err, line(next));
    }

    @Override
    public void stepFinished(Step done, StepReport report) {
        ticker.stop();
        String outcome = report.outcome() == Outcome.SUCCESS ? report.duration().toMillis() + " ms" : "FAILED";
        err.println(line(done) + " ... " + outcome);
    }

    private String line(Step of) {
        return "[" + step + "/" + steps + "] " + of.describe();
    }
}
