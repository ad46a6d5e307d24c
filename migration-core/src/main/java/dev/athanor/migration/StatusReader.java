package dev.athanor.migration;

import dev.athanor.migration.MigrationStatus.PendingRevision;
import dev.athanor.migration.MigrationStatus.State;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.DatabaseState;
import dev.athanor.migration.runner.DatabaseUnreachableException;
import dev.athanor.migration.runner.HistoryEntry;
import dev.athanor.migration.runner.LockHolder;
import dev.athanor.migration.runner.Session;
import dev.athanor.migration.runner.StateReader;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the status together from the scripts, the database and the run in progress. */
final class StatusReader {

    private final String name;
    private final String target;
    private final StateReader reader;
    private final RunMonitor monitor;
    private final Function<Session, ScriptDirectory> known;

    /**
     * @param known the scripts of this build and those that the history remembers
     */
    StatusReader(
            String name,
            String target,
            StateReader reader,
            RunMonitor monitor,
            Function<Session, ScriptDirectory> known) {
        this.name = name;
        this.target = target;
        this.reader = reader;
        this.monitor = monitor;
        this.known = known;
    }

    MigrationStatus read(Supplier<ScriptDirectory> scripts, Supplier<Session> sessions) {
        ScriptDirectory directory;
        try {
            directory = scripts.get();
        } catch (MigrationException e) {
            return troubled(State.FAILED, Heads.NONE, e);
        }
        Heads heads = Heads.of(directory.graph().realHeads());
        Optional<RunMonitor.Snapshot> run = monitor.current();
        if (run.isPresent()) {
            return running(heads, run.get());
        }
        try (Session session = sessions.get()) {
            return read(directory, heads, session);
        } catch (DatabaseUnreachableException e) {
            return troubled(State.UNREACHABLE, heads, e);
        } catch (MigrationException e) {
            return troubled(State.FAILED, heads, e);
        }
    }

    private MigrationStatus read(ScriptDirectory directory, Heads heads, Session session) {
        DatabaseState state = reader.read(session);
        List<HistoryEntry> history = state.historyTable() ? reader.history(session) : List.of();
        Standing standing = Standing.of(directory, state.heads(), () -> known.apply(session));
        StatusBuilder status = new StatusBuilder(name, target, state.heads(), heads).lastRun(LastRuns.latest(history));
        if (standing instanceof Standing.Ahead ahead) {
            return status.applied(AppliedRevisions.of(directory, ahead.known().graph(), state.heads(), history))
                    .ahead(ahead);
        }
        status.applied(AppliedRevisions.of(directory, state.heads(), history));
        if (standing instanceof Standing.Diverged diverged) {
            return status.diverged(diverged);
        }
        try {
            return known(plan(directory, state, session), history, status);
        } catch (MigrationException e) {
            return status.failed(e);
        }
    }

    private MigrationPlan plan(ScriptDirectory directory, DatabaseState state, Session session) {
        ChangedScriptException.check(directory, state, () -> reader.remembered(session));
        return new Planner(directory).upgrade(state.heads(), List.of(target));
    }

    private MigrationStatus known(MigrationPlan plan, List<HistoryEntry> history, StatusBuilder status) {
        if (plan.isEmpty()) {
            return status.atHead();
        }
        status.pending(pending(plan.steps()));
        Optional<LockHolder> holder = monitor.waitingFor();
        if (holder.isPresent()) {
            return status.waiting(holder.get());
        }
        Optional<MigrationException> failure = monitor.lastFailure();
        if (failure.isPresent()) {
            return status.failed(failure.get());
        }
        return LastRuns.failed(history, plan).map(status::failedElsewhere).orElseGet(status::pending);
    }

    private MigrationStatus running(Heads heads, RunMonitor.Snapshot run) {
        return new StatusBuilder(name, target, run.heads(), heads)
                .applied(run.applied())
                .pending(pending(run.remaining()))
                .running(run.inProgress());
    }

    private MigrationStatus troubled(State state, Heads heads, MigrationException trouble) {
        return new StatusBuilder(name, target, Heads.NONE, heads).troubled(state, trouble);
    }

    private static List<PendingRevision> pending(List<Step> steps) {
        return steps.stream()
                .filter(Step.Upgrade.class::isInstance)
                .map(step -> pending(((Step.Upgrade) step).script()))
                .toList();
    }

    private static PendingRevision pending(RevisionScript script) {
        return new PendingRevision(
                script.id(),
                script.subject(),
                script.revision().downRevisions(),
                script.file().location());
    }
}
