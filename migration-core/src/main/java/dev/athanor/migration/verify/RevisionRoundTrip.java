package dev.athanor.migration.verify;

import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.TransactionMode;
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
        Schema before = state.latestSnapshot();
        if (fails(VerifyPhase.UPGRADE)) {
            if (step.script().upgrade().transaction() == TransactionMode.NONE) {
                state.rebuild();
            }
            return;
        }
        state.add(step);
        Schema upgraded = state.takeSnapshot();
        effect = effect(before, upgraded);
        if (step.hasWayBack()) {
            downAndUp(before, upgraded);
        } else {
            findings.add(new VerifyFinding.NoWayBack(
                    step.script().id(), step.script().downgrade()));
        }
    }

    private RevisionEffect effect(Schema before, Schema upgraded) {
        if (step.runsNothing()) {
            return RevisionEffect.NOTHING;
        }
        return before.equals(upgraded) ? RevisionEffect.DATA_ONLY : RevisionEffect.SCHEMA;
    }

    private void downAndUp(Schema before, Schema upgraded) {
        if (fails(VerifyPhase.DOWNGRADE)) {
            if (downgradeCommitsBitByBit()) {
                state.rebuild();
            }
            return;
        }
        List<VerifyFinding> left = SnapshotComparison.findings(before, state.takeSnapshot(), VerifyPhase.DOWNGRADE);
        if (step.saysNothing() && !left.isEmpty()) {
            findings.add(new VerifyFinding.NotNothing(step.script().id()));
            findings.addAll(left);
            state.rebuild();
            return;
        }
        findings.addAll(left);
        if (fails(VerifyPhase.UPGRADE_AGAIN) || differs(upgraded)) {
            state.rebuild();
        }
    }

    private boolean fails(VerifyPhase phase) {
        Optional<PlanFailure> failed = state.failure(phase == VerifyPhase.DOWNGRADE ? step.down() : step.up());
        failed.map(failure -> failure.during(phase)).ifPresent(findings::add);
        return failed.isPresent();
    }

    private boolean differs(Schema upgraded) {
        List<VerifyFinding> again =
                SnapshotComparison.findings(upgraded, state.takeSnapshot(), VerifyPhase.UPGRADE_AGAIN);
        findings.addAll(again);
        return again.stream().anyMatch(finding -> !finding.lesser());
    }

    private boolean downgradeCommitsBitByBit() {
        return step.script()
                .downgrade()
                .wayBack()
                .filter(section -> section.transaction() == TransactionMode.NONE)
                .isPresent();
    }
}
