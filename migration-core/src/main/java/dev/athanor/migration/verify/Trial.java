package dev.athanor.migration.verify;

import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.TransactionMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One revision up, down and up again, with a photograph after each; afterwards it is applied, if it can be. */
final class Trial {

    private final Ground ground;
    private final Passage passage;
    private final List<Finding> findings = new ArrayList<>();
    private Nature nature = Nature.UNKNOWN;

    private Trial(Ground ground, Passage passage) {
        this.ground = ground;
        this.passage = passage;
    }

    static RevisionProof of(Ground ground, Passage passage) {
        long begun = System.nanoTime();
        Trial trial = new Trial(ground, passage);
        trial.upDownAndUp();
        return new RevisionProof(
                passage.script(),
                trial.proof(),
                trial.nature,
                trial.findings,
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private Proof proof() {
        if (findings.stream().anyMatch(finding -> !finding.lesser())) {
            return Proof.UNPROVEN;
        }
        return passage.hasWayBack() ? Proof.PROVEN : Proof.IRREVERSIBLE;
    }

    private void upDownAndUp() {
        Schema before = ground.now();
        if (fails(Moment.UPGRADE)) {
            if (passage.script().upgrade().transaction() == TransactionMode.NONE) {
                ground.rebuild();
            }
            return;
        }
        ground.add(passage);
        Schema upgraded = ground.look();
        nature = nature(before, upgraded);
        if (passage.hasWayBack()) {
            downAndUp(before, upgraded);
        } else {
            findings.add(new Finding.NoWayBack(
                    passage.script().id(), passage.script().downgrade()));
        }
    }

    private Nature nature(Schema before, Schema upgraded) {
        if (passage.runsNothing()) {
            return Nature.NOTHING;
        }
        return before.equals(upgraded) ? Nature.DATA_ONLY : Nature.SCHEMA;
    }

    private void downAndUp(Schema before, Schema upgraded) {
        if (fails(Moment.DOWNGRADE)) {
            if (downgradeCommitsBitByBit()) {
                ground.rebuild();
            }
            return;
        }
        List<Finding> left = Comparing.findings(before, ground.look(), Moment.DOWNGRADE);
        if (passage.saysNothing() && !left.isEmpty()) {
            findings.add(new Finding.NotNothing(passage.script().id()));
            findings.addAll(left);
            ground.rebuild();
            return;
        }
        findings.addAll(left);
        if (fails(Moment.UPGRADE_AGAIN) || differs(upgraded)) {
            ground.rebuild();
        }
    }

    private boolean fails(Moment moment) {
        Optional<Failure> failed = ground.failure(moment == Moment.DOWNGRADE ? passage.down() : passage.up());
        failed.map(failure -> failure.during(moment)).ifPresent(findings::add);
        return failed.isPresent();
    }

    private boolean differs(Schema upgraded) {
        List<Finding> again = Comparing.findings(upgraded, ground.look(), Moment.UPGRADE_AGAIN);
        findings.addAll(again);
        return again.stream().anyMatch(finding -> !finding.lesser());
    }

    private boolean downgradeCommitsBitByBit() {
        return passage.script()
                .downgrade()
                .wayBack()
                .filter(section -> section.transaction() == TransactionMode.NONE)
                .isPresent();
    }
}
