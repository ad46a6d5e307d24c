package dev.athanor.migration.status;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.standing.BuildScripts;
import dev.athanor.migration.standing.DivergedException;
import dev.athanor.migration.standing.Standing;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import dev.athanor.migration.status.MigrationStatus.LastRun;
import dev.athanor.migration.status.MigrationStatus.PendingRevision;
import dev.athanor.migration.status.MigrationStatus.Place;
import dev.athanor.migration.status.MigrationStatus.RunInProgress;
import dev.athanor.migration.status.MigrationStatus.State;
import dev.athanor.migration.validation.ValidationFindings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the status. Each terminal method sets the state, its sentence and the action. */
final class StatusBuilder {

    private final String database;
    private final Place place;
    private final String target;
    private final CurrentHeads current;
    private final CurrentHeads heads;
    private List<AppliedRevision> applied = List.of();
    private List<PendingRevision> pending = List.of();
    private @Nullable LastRun lastRun;
    private @Nullable RunInProgress running;
    private @Nullable LockHolder lockHolder;
    private List<HistoryEntry> history = List.of();

    StatusBuilder(String database, Place place, String target, CurrentHeads current, CurrentHeads heads) {
        this.database = database;
        this.place = place;
        this.target = target;
        this.current = current;
        this.heads = heads;
    }

    Optional<LockHolder> lockHolder() {
        return Optional.ofNullable(lockHolder);
    }

    StatusBuilder lockHolder(@Nullable LockHolder holder) {
        lockHolder = holder;
        return this;
    }

    StatusBuilder applied(List<AppliedRevision> revisions) {
        applied = revisions;
        return this;
    }

    StatusBuilder pending(List<PendingRevision> revisions) {
        pending = revisions;
        return this;
    }

    List<PendingRevision> pending() {
        return pending;
    }

    /**
     * Sets the history to the latest entries, newest first.
     *
     * @param entries all entries, oldest first
     */
    StatusBuilder history(List<HistoryEntry> entries) {
        int from = Math.max(0, entries.size() - MigrationStatus.HISTORY_SHOWN);
        List<HistoryEntry> latest = new ArrayList<>(entries.subList(from, entries.size()));
        Collections.reverse(latest);
        history = latest;
        lastRun = LastRuns.latest(entries).orElse(null);
        return this;
    }

    MigrationStatus atHead() {
        return build(State.AT_HEAD, MigrationStatus.atHead(current), "");
    }

    MigrationStatus ahead(Standing.Ahead standing) {
        return build(
                State.AHEAD,
                "A newer release has upgraded the schema to " + current
                        + "; everything that this build needs is applied.",
                "No action is needed while the newer release rolls out. After a rolled-back deployment, `migration downgrade "
                        + (heads.ids().size() == 1 ? heads.toString() : "<revision>")
                        + "` takes the schema back, with the downgrades that the history stores.");
    }

    MigrationStatus noRevisions(BuildScripts build) {
        return build(State.NO_REVISIONS, ValidationFindings.noRevisions(build), ValidationFindings.FIRST_REVISION);
    }

    MigrationStatus diverged(Standing.Diverged standing, BuildScripts build) {
        return build(
                State.DIVERGED, DivergedException.problem(standing.unknown(), build), DivergedException.action(build));
    }

    MigrationStatus waiting() {
        return build(
                State.PENDING,
                pendingSentence(),
                "Run `" + upgrade() + "`, or start the application with migration.auto-upgrade=true.");
    }

    MigrationStatus draft(DraftException draft) {
        return build(State.PENDING, pendingSentence() + " " + draft.problem(), draft.action());
    }

    MigrationStatus waiting(LockHolder holder) {
        lockHolder = holder;
        return build(
                State.PENDING,
                pendingSentence() + " This process waits for the migration lock, which " + holder + " holds.",
                "Wait until that migration ends.");
    }

    MigrationStatus underWay(LockHolder holder) {
        return build(
                State.PENDING,
                pendingSentence() + " A migration is running: " + holder + " holds the migration lock.",
                "Wait until that migration ends.");
    }

    MigrationStatus running(RunInProgress run) {
        running = run;
        return build(
                State.RUNNING,
                "Running " + run.step() + ", step " + run.number() + " of " + run.steps() + ".",
                "Wait until it ends.");
    }

    MigrationStatus failed(MigrationException failure) {
        return build(State.FAILED, failure.problem(), failure.action());
    }

    /**
     * @param entry the step at which the latest run failed
     * @param script its script as it is now
     */
    MigrationStatus failedElsewhere(HistoryEntry entry, RevisionScript script) {
        boolean stepwise = script.upgrade().transaction() == TransactionMode.NONE;
        return build(
                State.FAILED,
                "The last run failed at `" + entry.direction().word() + " " + script.describe() + "`.\n" + entry.error()
                        + "\nThe database is at " + current + ". " + pendingSentence(),
                "Correct the script, or the data that it failed on. Then run `" + upgrade()
                        + "`, or start the application again. "
                        + (stepwise
                                ? "The revision runs without a transaction (transaction=none): the next run continues where"
                                        + " this one stopped."
                                : "Nothing of the revision was applied: the next run begins it again."));
    }

    MigrationStatus unreadable(MigrationException trouble) {
        int count = applied.size();
        return build(
                State.FAILED,
                "The database is at " + current + ": " + count + (count == 1 ? " revision is" : " revisions are")
                        + " applied.\nThe scripts cannot be read: " + trouble.problem(),
                trouble.action());
    }

    MigrationStatus troubled(State state, MigrationException trouble) {
        return build(state, trouble.problem(), trouble.action());
    }

    /** Returns the command that upgrades; a further database has to be named. */
    private String upgrade() {
        return "migration upgrade " + target + (database.equals("default") ? "" : " --database " + database);
    }

    private String pendingSentence() {
        String names =
                CappedList.of(pending.stream().map(PendingRevision::revision).toList());
        String count = pending.size() == 1 ? "1 revision is" : pending.size() + " revisions are";
        return count + " pending: " + names + ".";
    }

    private MigrationStatus build(State state, String summary, String action) {
        return new MigrationStatus(
                database,
                place,
                state,
                summary,
                action,
                current,
                target,
                heads,
                pending,
                applied,
                Optional.ofNullable(lastRun),
                Optional.ofNullable(running),
                Optional.ofNullable(lockHolder),
                history);
    }
}
