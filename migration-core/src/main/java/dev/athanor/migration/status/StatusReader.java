package dev.athanor.migration.status;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.InvalidGraphException;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.session.DatabaseUnreachableException;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.standing.BuildScripts;
import dev.athanor.migration.standing.ChangedScriptException;
import dev.athanor.migration.standing.RememberedScripts;
import dev.athanor.migration.standing.Standing;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import dev.athanor.migration.status.MigrationStatus.PendingRevision;
import dev.athanor.migration.status.MigrationStatus.Place;
import dev.athanor.migration.status.MigrationStatus.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Assembles the status from the scripts, the database and the run in progress.
 *
 * @since 0.1.0
 */
public final class StatusReader {

    /**
     * Holds what reads the database.
     *
     * @param revisions the revisions of this build
     * @param state reads the version table and the history
     * @param known returns the scripts of this build together with those from the history
     * @param lockHolder returns the session that holds the migration lock
     * @param place where the schema is, as far as the configuration tells
     */
    public record Looks(
            BuildScripts revisions,
            StateReader state,
            Function<Session, ScriptDirectory> known,
            Function<Session, Optional<LockHolder>> lockHolder,
            Supplier<Place> place) {}

    private final String name;
    private final MigrationRequest.Upgrade target;
    private final RunMonitor monitor;
    private final Looks looks;

    /**
     * Creates the reader of one database.
     *
     * @param name the name of this database in the application
     * @param target the upgrade that runs if no target is given
     */
    public StatusReader(String name, MigrationRequest.Upgrade target, RunMonitor monitor, Looks looks) {
        this.name = name;
        this.target = target;
        this.monitor = monitor;
        this.looks = looks;
    }

    /**
     * Reads the status. Failures while reading are part of the status.
     *
     * @param sessions opens a session when the database is read
     */
    public MigrationStatus read(Supplier<Session> sessions) {
        ScriptDirectory directory;
        try {
            directory = looks.revisions().directory();
        } catch (MigrationException e) {
            return unreadable(e, sessions);
        }
        CurrentHeads heads = CurrentHeads.of(directory.graph().realHeads());
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

    private MigrationStatus read(ScriptDirectory directory, CurrentHeads heads, Session session) {
        DatabaseState state = looks.state().read(session);
        List<HistoryEntry> history = state.historyTable() ? looks.state().history(session) : List.of();
        Standing standing =
                Standing.of(directory, state.heads(), () -> looks.known().apply(session));
        StatusBuilder status = new StatusBuilder(
                        name, looks.place().get().in(state.schema()), target.text(), state.heads(), heads)
                .history(history)
                .lockHolder(looks.lockHolder().apply(session).orElse(null));
        if (standing instanceof Standing.Ahead ahead) {
            return status.applied(AppliedRevisions.of(directory, ahead.known().graph(), state.heads(), history))
                    .ahead(ahead);
        }
        status.applied(AppliedRevisions.of(directory, state.heads(), history));
        if (directory.scripts().isEmpty() && state.heads().isEmpty()) {
            return status.noRevisions(looks.revisions());
        }
        if (standing instanceof Standing.Diverged diverged) {
            return status.diverged(diverged, looks.revisions());
        }
        try {
            MigrationPlan plan = new Planner(directory).plan(state.heads(), target);
            status.pending(pending(plan));
            ChangedScriptException.check(directory, state, ids -> looks.state().remembered(session, ids));
            return plan.isEmpty() ? status.atHead() : pending(directory, plan, history, status);
        } catch (TargetException e) {
            return status.pending(missing(directory, state.heads())).failed(e);
        } catch (MigrationException e) {
            return status.failed(e);
        }
    }

    /** Returns everything that is not applied, for a target that cannot be followed. */
    private static List<PendingRevision> missing(ScriptDirectory directory, CurrentHeads rows) {
        RevisionGraph graph = directory.graph();
        return graph.order(Set.copyOf(graph.missing(graph.realHeads(), rows))).stream()
                .map(directory::script)
                .map(StatusReader::pending)
                .toList();
    }

    /** Reads the database although the scripts cannot be read: the history tells what is applied. */
    private MigrationStatus unreadable(MigrationException trouble, Supplier<Session> sessions) {
        try (Session session = sessions.get()) {
            DatabaseState state = looks.state().read(session);
            List<HistoryEntry> history = state.historyTable() ? looks.state().history(session) : List.of();
            return new StatusBuilder(
                            name,
                            looks.place().get().in(state.schema()),
                            target.text(),
                            state.heads(),
                            CurrentHeads.NONE)
                    .history(history)
                    .lockHolder(looks.lockHolder().apply(session).orElse(null))
                    .applied(remembered(session, state.heads(), history))
                    .unreadable(trouble);
        } catch (DatabaseUnreachableException e) {
            return troubled(State.UNREACHABLE, CurrentHeads.NONE, both(e, trouble));
        } catch (MigrationException e) {
            return troubled(State.FAILED, CurrentHeads.NONE, both(e, trouble));
        }
    }

    private static MigrationException both(MigrationException ofDatabase, MigrationException ofScripts) {
        return new MigrationException(
                ofDatabase.problem() + "\nThe scripts cannot be read: " + ofScripts.problem(),
                ofDatabase.action() + "\n" + ofScripts.action(),
                ofDatabase);
    }

    private List<AppliedRevision> remembered(Session session, CurrentHeads rows, List<HistoryEntry> history) {
        try {
            ScriptDirectory nothing = ScriptDirectory.of(List.of());
            ScriptDirectory known =
                    RememberedScripts.extend(nothing, looks.state().remembered(session), Placeholders.none());
            return AppliedRevisions.of(known, rows, history);
        } catch (InvalidGraphException e) {
            // what the history says contradicts itself: it proves nothing
            return List.of();
        }
    }

    private MigrationStatus pending(
            ScriptDirectory directory, MigrationPlan plan, List<HistoryEntry> history, StatusBuilder status) {
        Optional<LockHolder> holder = status.lockHolder();
        Optional<LockHolder> waitedFor = monitor.waitingFor();
        if (waitedFor.isPresent()) {
            return status.waiting(waitedFor.get());
        }
        if (holder.isPresent()) {
            return status.underWay(holder.get());
        }
        return monitor.lastFailure()
                .map(status::failed)
                .or(() -> DraftException.in(plan).map(status::draft))
                .or(() -> LastRuns.failed(history, status.pending())
                        .map(entry -> status.failedElsewhere(entry, directory.script(entry.revision()))))
                .orElseGet(status::waiting);
    }

    private MigrationStatus running(CurrentHeads heads, RunMonitor.Snapshot run) {
        return new StatusBuilder(name, looks.place().get(), target.text(), run.heads(), heads)
                .applied(run.applied())
                .pending(pending(run.remaining()))
                .history(monitor.history())
                .running(monitor.inProgress(run));
    }

    private MigrationStatus troubled(State state, CurrentHeads heads, MigrationException trouble) {
        return new StatusBuilder(name, looks.place().get(), target.text(), CurrentHeads.NONE, heads)
                .troubled(state, trouble);
    }

    private static List<PendingRevision> pending(MigrationPlan plan) {
        return pending(plan.steps());
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
