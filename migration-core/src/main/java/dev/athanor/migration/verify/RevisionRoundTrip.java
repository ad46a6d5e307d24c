package dev.athanor.migration.verify;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.witness.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Upgrades a revision, downgrades it and upgrades it again, with a snapshot after each step. Afterwards the revision is
 * applied, if that is possible.
 */
final class RevisionRoundTrip {

    private final VerifyState state;
    private final RevisionStep step;
    private final List<VerifyFinding> findings = new ArrayList<>();
    private RevisionEffect effect = RevisionEffect.UNKNOWN;

    private RevisionRoundTrip(VerifyState state, RevisionStep step) {
        this.state = state;
        this.step = step;
    }

    static RevisionProof of(VerifyState state, RevisionStep step) {
        long begun = System.nanoTime();
        RevisionRoundTrip roundTrip = new RevisionRoundTrip(state, step);
        roundTrip.upDownAndUp();
        return new RevisionProof(
                step.script(),
                roundTrip.proof(),
                roundTrip.effect,
                roundTrip.findings,
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private Proof proof() {
        if (findings.stream().anyMatch(finding -> !finding.lesser())) {
            return Proof.UNPROVEN;
        }
        return step.hasWayBack() ? Proof.PROVEN : Proof.IRREVERSIBLE;
    }

    private void upDownAndUp() {
        Evidence before = state.latestSnapshot();
        if (fails(VerifyPhase.UPGRADE)) {
            if (step.script().upgrade().transaction() == TransactionMode.NONE) {
                state.rebuild();
            }
            return;
        }
        state.add(step);
        Evidence upgraded = state.takeSnapshot();
        effect = effect(before, upgraded);
        if (step.hasWayBack()) {
            downAndUp(before, upgraded);
        } else {
            findings.add(new VerifyFinding.NoWayBack(
                    step.script().id(), step.script().downgrade()));
        }
    }

    private RevisionEffect effect(Evidence before, Evidence upgraded) {
        if (step.runsNothing()) {
            return RevisionEffect.NOTHING;
        }
        return SnapshotComparison.differ(before, upgraded) ? RevisionEffect.SCHEMA : RevisionEffect.DATA_ONLY;
    }

    private void downAndUp(Evidence before, Evidence upgraded) {
        if (fails(VerifyPhase.DOWNGRADE)) {
            if (downgradeCommitsBitByBit()) {
                state.rebuild();
            }
            return;
        }
        Evidence downgraded = state.takeSnapshot();
        boolean left = SnapshotComparison.differ(before, downgraded);
        if (step.saysNothing() && left) {
            findings.add(new VerifyFinding.NotNothing(step.script().id()));
            findings.addAll(SnapshotComparison.findings(
                    before,
                    downgraded,
                    state.repeated(List.of(step), List.of(step.up(), step.down())),
                    VerifyPhase.DOWNGRADE));
            state.rebuild();
            return;
        }
        int place = findings.size();
        boolean fails = fails(VerifyPhase.UPGRADE_AGAIN);
        Evidence again = fails ? upgraded : state.takeSnapshot();
        boolean other = SnapshotComparison.differ(upgraded, again);
        if (left || other) {
            List<MigrationPlan> plans =
                    fails ? List.of(step.up(), step.down()) : List.of(step.up(), step.down(), step.up());
            List<Schema> schemas = state.repeated(List.of(step), plans);
            findings.addAll(
                    place,
                    left ? SnapshotComparison.findings(before, downgraded, schemas, VerifyPhase.DOWNGRADE) : List.of());
            findings.addAll(
                    other
                            ? SnapshotComparison.findings(upgraded, again, schemas, VerifyPhase.UPGRADE_AGAIN)
                            : List.of());
        }
        if (fails || other && findings.stream().anyMatch(RevisionRoundTrip::isOfSecondUpgrade)) {
            state.rebuild();
        }
    }

    private static boolean isOfSecondUpgrade(VerifyFinding finding) {
        return !finding.lesser()
                && (finding instanceof VerifyFinding.Differs differs && differs.after() == VerifyPhase.UPGRADE_AGAIN
                        || finding instanceof VerifyFinding.Undescribed undescribed
                                && undescribed.after() == VerifyPhase.UPGRADE_AGAIN);
    }

    private boolean fails(VerifyPhase phase) {
        Optional<PlanFailure> failed = state.failure(phase == VerifyPhase.DOWNGRADE ? step.down() : step.up());
        failed.map(failure -> failure.during(phase)).ifPresent(findings::add);
        return failed.isPresent();
    }

    private boolean downgradeCommitsBitByBit() {
        return step.script()
                .downgrade()
                .wayBack()
                .filter(section -> section.transaction() == TransactionMode.NONE)
                .isPresent();
    }
}
