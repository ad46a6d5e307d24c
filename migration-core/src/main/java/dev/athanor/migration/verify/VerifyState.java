package dev.athanor.migration.verify;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.witness.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds the state of the verification: the database, the revisions applied in it, and its latest snapshot. */
final class VerifyState implements AutoCloseable {

    private final ScriptDirectory scripts;
    private final Supplier<ReplayDatabase> replays;
    private final List<RevisionStep> applied = new ArrayList<>();
    private ReplayDatabase replay;
    private CurrentHeads rows = CurrentHeads.NONE;
    private Optional<PlanFailure> lost = Optional.empty();
    private final SecondReplay second;
    private Evidence snapshot;

    VerifyState(ScriptDirectory scripts, Supplier<ReplayDatabase> replays) {
        this.scripts = scripts;
        this.replays = replays;
        this.replay = replays.get();
        this.second = new SecondReplay(replays);
        this.snapshot = replay.evidence();
    }

    /** Returns the step that would apply a revision now. */
    RevisionStep next(RevisionScript script) {
        return new RevisionStep(
                script, rows, rows.replace(scripts.graph().needs(script.id(), EdgeKind.ALL), List.of(script.id())));
    }

    /** Runs a plan and returns its failure, without reading what the plan changed. */
    Optional<PlanFailure> failure(MigrationPlan plan) {
        try {
            replay.run(plan);
            return Optional.empty();
        } catch (MigrationFailedException e) {
            return Optional.of(PlanFailure.of(e));
        }
    }

    /** Records that a step is applied. */
    void add(RevisionStep step) {
        applied.add(step);
        rows = step.after();
    }

    Evidence takeSnapshot() {
        snapshot = replay.evidence();
        return snapshot;
    }

    /** Returns the latest snapshot. */
    Evidence latestSnapshot() {
        return snapshot;
    }

    /**
     * Returns the schema before the latest revisions and after each of some plans, which are repeated elsewhere, or an
     * empty list if they cannot be repeated.
     *
     * @param latest the latest revisions, which are applied
     */
    List<Schema> repeated(List<RevisionStep> latest, List<MigrationPlan> plans) {
        return second.schemas(applied.subList(0, applied.size() - latest.size()), plans, applied);
    }

    /** Replaces the database by a new one in which the applied revisions have run once each. */
    void rebuild() {
        second.close();
        replay.close();
        replay = replays.get();
        lost = applied.isEmpty() ? Optional.empty() : failure(RevisionStep.up(applied));
        takeSnapshot();
    }

    /** Returns the finding that prevented the latest database from being built. Nothing can be tried then. */
    Optional<VerifyFinding> lost() {
        return lost.map(failure -> new VerifyFinding.NotRebuilt(failure.revision(), failure.words()));
    }

    @Override
    public void close() {
        second.close();
        replay.close();
    }
}
