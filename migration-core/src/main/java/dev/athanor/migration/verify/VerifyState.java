package dev.athanor.migration.verify;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the verification stands: the database, what is applied in it, and its latest snapshot. */
final class VerifyState implements AutoCloseable {

    private final ScriptDirectory scripts;
    private final Supplier<ReplayDatabase> replays;
    private final List<RevisionStep> applied = new ArrayList<>();
    private ReplayDatabase replay;
    private CurrentHeads rows = CurrentHeads.NONE;
    private Optional<PlanFailure> lost = Optional.empty();
    private Schema snapshot;

    VerifyState(ScriptDirectory scripts, Supplier<ReplayDatabase> replays) {
        this.scripts = scripts;
        this.replays = replays;
        this.replay = replays.get();
        this.snapshot = replay.snapshot();
    }

    /** Returns the step that would apply a revision now. */
    RevisionStep next(RevisionScript script) {
        return new RevisionStep(
                script, rows, rows.replace(scripts.graph().needs(script.id(), EdgeKind.ALL), List.of(script.id())));
    }

    /** Runs a plan; what it changed is not read yet. */
    Optional<PlanFailure> failure(MigrationPlan plan) {
        try {
            replay.run(plan);
            return Optional.empty();
        } catch (MigrationFailedException e) {
            return Optional.of(PlanFailure.of(e));
        }
    }

    /** From now on it counts as applied. */
    void add(RevisionStep step) {
        applied.add(step);
        rows = step.after();
    }

    Schema takeSnapshot() {
        snapshot = replay.snapshot();
        return snapshot;
    }

    /** The latest snapshot. */
    Schema latestSnapshot() {
        return snapshot;
    }

    /** Another database with the same revisions applied, each once. */
    void rebuild() {
        replay.close();
        replay = replays.get();
        lost = applied.isEmpty() ? Optional.empty() : failure(RevisionStep.up(applied));
        takeSnapshot();
    }

    /** Returns what kept the latest database from being built; nothing can be tried then. */
    Optional<VerifyFinding> lost() {
        return lost.map(failure -> new VerifyFinding.NotRebuilt(failure.revision(), failure.words()));
    }

    @Override
    public void close() {
        replay.close();
    }
}
