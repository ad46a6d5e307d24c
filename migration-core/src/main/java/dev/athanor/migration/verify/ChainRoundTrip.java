package dev.athanor.migration.verify;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.witness.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Downgrades all revisions that were tried in one run, and upgrades them again in another. */
final class ChainRoundTrip {

    private final VerifyState state;
    private final List<RevisionStep> revisions = new ArrayList<>();
    private final List<VerifyFinding> findings = new ArrayList<>();
    private Evidence floor;

    /**
     * Creates a round trip.
     *
     * @param state the state below the first revision
     */
    ChainRoundTrip(VerifyState state) {
        this.state = state;
        this.floor = state.latestSnapshot();
    }

    /** Adds an applied revision. The way down ends above a revision that cannot be taken back. */
    void add(RevisionStep step) {
        if (step.hasWayBack()) {
            revisions.add(step);
            return;
        }
        revisions.clear();
        findings.clear();
        findings.add(
                new VerifyFinding.NoWayBack(step.script().id(), step.script().downgrade()));
        floor = state.latestSnapshot();
    }

    /** Runs the round trip and returns its result, or empty if there is nothing to downgrade. */
    Optional<ChainProof> proof() {
        if (revisions.isEmpty()) {
            return Optional.empty();
        }
        long begun = System.nanoTime();
        Evidence top = state.latestSnapshot();
        MigrationPlan up = RevisionStep.up(revisions);
        MigrationPlan down = RevisionStep.down(revisions);
        Optional<PlanFailure> notDown = failure(VerifyPhase.DOWNGRADE, down);
        Optional<PlanFailure> notUp = Optional.empty();
        if (notDown.isEmpty()) {
            Evidence bottom = state.takeSnapshot();
            int place = findings.size();
            notUp = failure(VerifyPhase.UPGRADE_AGAIN, up);
            Evidence again = notUp.isEmpty() ? state.takeSnapshot() : top;
            boolean left = SnapshotComparison.differ(floor, bottom);
            boolean other = SnapshotComparison.differ(top, again);
            if (left || other) {
                List<Schema> schemas = state.repeated(revisions, other ? List.of(up, down, up) : List.of(up, down));
                findings.addAll(
                        place,
                        left ? SnapshotComparison.findings(floor, bottom, schemas, VerifyPhase.DOWNGRADE) : List.of());
                findings.addAll(
                        other
                                ? SnapshotComparison.findings(top, again, schemas, VerifyPhase.UPGRADE_AGAIN)
                                : List.of());
            }
        }
        return Optional.of(
                new ChainProof(outcome(), way(notDown, notUp), findings, Duration.ofNanos(System.nanoTime() - begun)));
    }

    private Optional<PlanFailure> failure(VerifyPhase phase, MigrationPlan plan) {
        Optional<PlanFailure> failed = state.failure(plan);
        failed.map(failure -> failure.during(phase)).ifPresent(findings::add);
        return failed;
    }

    private ChainProof.Way way(Optional<PlanFailure> down, Optional<PlanFailure> up) {
        int steps = revisions.size();
        return new ChainProof.Way(
                steps,
                down.map(PlanFailure::done).orElse(steps),
                down.map(PlanFailure::end).orElse(revisions.get(0).before()).toString(),
                down.isPresent() ? 0 : up.map(PlanFailure::done).orElse(steps));
    }

    private Proof outcome() {
        if (findings.stream().anyMatch(finding -> !finding.lesser())) {
            return Proof.UNPROVEN;
        }
        return findings.stream().anyMatch(VerifyFinding.NoWayBack.class::isInstance)
                ? Proof.IRREVERSIBLE
                : Proof.PROVEN;
    }
}
