package dev.athanor.migration.runner;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Carries out a plan, step by step; the caller holds the migration lock. */
final class PlanRunner {

    private static final Logger log = LoggerFactory.getLogger(PlanRunner.class);

    /** One step, however it commits. */
    private interface StepWork {
        void run(Step step) throws StepFailure;
    }

    private final Session session;
    private final StepRunner steps;
    private final TransactionScope scope;
    private final RunListener listener;

    PlanRunner(Session session, Bookkeeping books, TransactionScope scope, RunListener listener) {
        this.session = session;
        this.steps = new StepRunner(session, books);
        this.scope = scope;
        this.listener = listener;
    }

    MigrationReport run(MigrationPlan plan, RunLog runLog) {
        listener.runStarted(plan);
        log.info("{}", plan.summary());
        try {
            runAll(plan, runLog);
        } catch (StepFailure failure) {
            throw failed(failure, runLog);
        }
        MigrationReport report = runLog.report(Outcome.SUCCESS);
        log.info("Done in {} ms, now at {}", report.duration().toMillis(), report.after());
        listener.runFinished(report);
        return report;
    }

    private void runAll(MigrationPlan plan, RunLog runLog) throws StepFailure {
        if (scope == TransactionScope.SINGLE) {
            runInOneTransaction(plan, runLog);
            return;
        }
        for (Step step : plan.steps()) {
            timed(step, steps::runAndCommit, runLog);
        }
    }

    private void runInOneTransaction(MigrationPlan plan, RunLog runLog) throws StepFailure {
        Step last = plan.steps().get(plan.steps().size() - 1);
        try (Transaction transaction = Transaction.begin(session)) {
            for (Step step : plan.steps()) {
                timed(step, steps::run, runLog);
            }
            transaction.commit();
        } catch (SQLException e) {
            runLog.rollBack();
            throw new StepFailure(last, e);
        } catch (StepFailure failure) {
            runLog.rollBack();
            throw failure;
        }
    }

    private void timed(Step step, StepWork work, RunLog runLog) throws StepFailure {
        listener.stepStarted(step);
        Instant startedAt = Instant.now();
        long begun = System.nanoTime();
        try {
            work.run(step);
        } catch (StepFailure failure) {
            finished(step, report(step, Outcome.FAILED, startedAt, begun, failure.reason()), runLog);
            throw failure;
        }
        StepReport report = report(step, Outcome.SUCCESS, startedAt, begun, null);
        log.info("{} in {} ms", step.describe(), report.duration().toMillis());
        finished(step, report, runLog);
    }

    private void finished(Step step, StepReport report, RunLog runLog) {
        runLog.add(step, report);
        listener.stepFinished(step, report);
    }

    private static StepReport report(
            Step step, Outcome outcome, Instant startedAt, long begun, @Nullable String error) {
        Duration duration = Duration.ofNanos(System.nanoTime() - begun);
        return new StepReport(
                step.revisions(), message(step), Steps.direction(step), outcome, startedAt, duration, error);
    }

    private static String message(Step step) {
        return step instanceof Step.Stamp ? "" : Steps.script(step).subject();
    }

    private MigrationFailedException failed(StepFailure failure, RunLog runLog) {
        MigrationReport report = runLog.report(Outcome.FAILED);
        MigrationFailedException exception = FailureText.of(failure, report, scope);
        record(failure, report, exception);
        listener.runFinished(report);
        return exception;
    }

    /** The history is told as well as can be: the connection may be what failed. */
    private void record(StepFailure failure, MigrationReport report, MigrationFailedException exception) {
        try {
            StepReport last = report.steps().get(report.steps().size() - 1);
            steps.recordFailure(failure, last.duration());
        } catch (DataAccessException e) {
            exception.addSuppressed(e);
        }
    }
}
