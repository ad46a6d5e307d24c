package dev.athanor.migration.runner;

import dev.athanor.migration.batch.BatchRunner;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.lock.LockRetry;
import dev.athanor.migration.lock.LockWait;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.lock.TimeoutSource;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.session.ScriptFailure;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.session.Wire;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Runs a plan step by step. The caller holds the migration lock. */
final class PlanRunner {

    private static final Logger log = LoggerFactory.getLogger(PlanRunner.class);

    private final RunContext context;
    private final RunListener listener;
    private final LockWatch watch;
    private final LockRetry retry;
    private final StepRunner steps;
    private final StatementwiseRunner statementwise;

    PlanRunner(RunContext context, RunListener listener, LockWatch watch) {
        this.context = context;
        this.listener = listener;
        this.watch = watch;
        this.retry = new LockRetry(context.settings().limits(), context.cancellation(), watch);
        this.steps = new StepRunner(context, watch);
        this.statementwise = new StatementwiseRunner(
                context, watch, retry, new BatchRunner(context.batches(), watch, retry, listener::batchFinished));
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
        keepDurations(report);
        log.info("Done in {} ms, now at {}", report.duration().toMillis(), report.after());
        listener.runFinished(report);
        return report;
    }

    /**
     * Records the durations of the steps. The rows were sent with the steps, before the answers were known; the last
     * message corrects them, so that every view shows the durations of the log.
     */
    private void keepDurations(MigrationReport report) {
        Map<List<RevisionId>, Duration> took = new HashMap<>();
        for (int index = 0; index < report.steps().size(); index++) {
            StepReport step = report.steps().get(index);
            if (step.outcome() == Outcome.SUCCESS) {
                List<RevisionScript> scripts = report.plan().steps().get(index).scripts();
                took.put(scripts.stream().map(RevisionScript::id).toList(), step.duration());
            }
        }
        context.books().durations(took).ifPresent(context.session()::sayAtTheEnd);
    }

    private void runAll(MigrationPlan plan, RunLog runLog) throws StepFailure {
        if (context.settings().transaction() == TransactionScope.SINGLE) {
            runInOneTransaction(plan, runLog);
            return;
        }
        for (Step step : plan.steps()) {
            runAndCommit(step, runLog);
        }
    }

    private void runAndCommit(Step step, RunLog runLog) throws StepFailure {
        StepTimer timer = begin(step);
        retry.reset();
        try {
            commit(step);
        } catch (SQLException | ScriptFailure | RuntimeException e) {
            StepFailure failure = failure(step, e);
            Outcome outcome = outcome(failure, step.before());
            if (outcome != Outcome.SUCCESS) {
                finished(timer, outcome, failure.reason(), runLog);
                throw failure;
            }
        }
        succeeded(timer, runLog);
    }

    private void commit(Step step) throws SQLException, ScriptFailure {
        if (Steps.transactionMode(step) == TransactionMode.NONE) {
            statementwise.run(step);
        } else {
            retry.<ScriptFailure>run(TimeoutSource.of(Steps.statements(step)), () -> steps.runAndCommit(step));
        }
    }

    private void runInOneTransaction(MigrationPlan plan, RunLog runLog) throws StepFailure {
        Step last = plan.steps().get(plan.steps().size() - 1);
        TimeoutSource timeouts = TimeoutSource.of(plan);
        try {
            retry.<StepFailure>run(timeouts, () -> attempt(plan, timeouts, runLog));
        } catch (SQLException | RuntimeException e) {
            failedTogether(failure(last, e), last, runLog);
        } catch (StepFailure failure) {
            failedTogether(failure, last, runLog);
        }
    }

    private void attempt(MigrationPlan plan, TimeoutSource timeouts, RunLog runLog) throws SQLException, StepFailure {
        runLog.clear();
        steps.<StepFailure>transaction(() -> {
            steps.control("BEGIN");
            for (Step step : plan.steps()) {
                runTogether(step, timeouts, runLog);
            }
            steps.control(Wire.COMMIT);
        });
    }

    private void runTogether(Step step, TimeoutSource timeouts, RunLog runLog) throws StepFailure {
        StepTimer timer = begin(step);
        try {
            steps.run(step);
        } catch (SQLException | ScriptFailure | RuntimeException e) {
            StepFailure failure = failure(step, e);
            Outcome outcome = retry.willRetry(failure, timeouts) ? Outcome.ROLLED_BACK : Outcome.FAILED;
            finished(timer, outcome, failure.reason(), runLog);
            throw failure;
        }
        succeeded(timer, runLog);
    }

    private void failedTogether(StepFailure failure, Step last, RunLog runLog) throws StepFailure {
        if (outcome(failure, runLog.before()) != Outcome.SUCCESS) {
            runLog.rollBack();
            throw failure;
        }
    }

    private StepTimer begin(Step step) {
        context.notices().begin(step);
        listener.stepStarted(step);
        return new StepTimer(step, Instant.now(), System.nanoTime());
    }

    private StepFailure failure(Step step, Exception thrown) {
        Exception cause =
                thrown instanceof SQLException sql ? StatementFailure.masked(sql, context.placeholders()) : thrown;
        boolean cancelled = context.cancellation().isRequested();
        LockWait wait = LockRetry.isContention(cause) ? watch.seen().orElse(null) : null;
        return new StepFailure(step, cause, new StepFailure.Circumstances(retry.attempts(), wait, cancelled));
    }

    /** Determines the outcome of a failed step. After a lost connection, the outcome must be looked up. */
    private Outcome outcome(StepFailure failure, CurrentHeads before) {
        if (!SqlErrors.connectionLost(failure)) {
            return Outcome.FAILED;
        }
        return switch (new Recovery(context).look(failure.step(), before)) {
            case COMMITTED -> foundCommitted(failure.step());
            case NOT_COMMITTED -> Outcome.FAILED;
            case UNKNOWN -> failure.commitWasSent() ? Outcome.UNKNOWN : Outcome.FAILED;
        };
    }

    private static Outcome foundCommitted(Step step) {
        log.warn("`{}` was committed before the connection was lost; going on", step.describe());
        return Outcome.SUCCESS;
    }

    private void succeeded(StepTimer timer, RunLog runLog) {
        StepReport report = finished(timer, Outcome.SUCCESS, null, runLog);
        log.info("{} in {} ms", timer.step().describe(), report.duration().toMillis());
        Steps.note(timer.step()).ifPresent(note -> log.info("{}", note));
    }

    private StepReport finished(StepTimer timer, Outcome outcome, @Nullable String error, RunLog runLog) {
        context.notices().end();
        StepReport report = timer.report(outcome, retry.attempts(), error);
        runLog.add(timer.step(), report);
        listener.stepFinished(timer.step(), report);
        return report;
    }

    private MigrationFailedException failed(StepFailure failure, RunLog runLog) {
        MigrationReport report = runLog.report(Outcome.FAILED);
        keepDurations(report);
        MigrationFailedException exception = new FailureText(failure, report, context).exception();
        if (!runLog.endsUnknown()) {
            record(failure, runLog.lastDuration(), exception);
        }
        listener.runFinished(report);
        return exception;
    }

    /**
     * Records the failure in the history as far as possible, since the connection itself may have failed. A step that
     * may have been committed is not recorded as failed.
     */
    private void record(StepFailure failure, Duration duration, MigrationFailedException exception) {
        try {
            if (Steps.transactionMode(failure.step()) == TransactionMode.TRANSACTIONAL) {
                steps.recordFailure(failure, duration);
            } else if (SqlErrors.connectionLost(failure)) {
                context.books().endInterrupted(Steps.script(failure.step()).id(), failure.recorded());
            }
        } catch (DataAccessException e) {
            exception.addSuppressed(e);
        }
    }

    /** Represents a step that has begun. */
    private record StepTimer(Step step, Instant startedAt, long begun) {

        StepReport report(Outcome outcome, int attempts, @Nullable String error) {
            Duration duration = Duration.ofMillis((System.nanoTime() - begun) / 1_000_000);
            String message =
                    step instanceof Step.Stamp ? "" : Steps.script(step).subject();
            return new StepReport(
                    step.revisions(),
                    message,
                    Direction.of(step),
                    outcome,
                    startedAt,
                    duration,
                    attempts,
                    error,
                    Steps.note(step).orElse(null));
        }
    }
}
