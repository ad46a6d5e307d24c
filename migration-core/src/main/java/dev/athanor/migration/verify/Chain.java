package dev.athanor.migration.verify;

import dev.athanor.migration.runner.StepReport;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All revisions that were tried, down in one run and up again in another. */
final class Chain {

    private final Ground ground;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Schema floor;

    /** @param ground as it is below the first of them */
    Chain(Ground ground) {
        this.ground = ground;
        this.floor = ground.now();
    }

    /** One more is applied; the way down ends above one that has no way back. */
    void add(Passage passage) {
        if (passage.hasWayBack()) {
            passages.add(passage);
            return;
        }
        passages.clear();
        findings.clear();
        findings.add(
                new Finding.NoWayBack(passage.script().id(), passage.script().downgrade()));
        floor = ground.now();
    }

    /** Tries it; empty where there is nothing to take down. */
    Optional<ChainProof> proof() {
        if (passages.isEmpty()) {
            return Optional.empty();
        }
        long begun = System.nanoTime();
        Schema top = ground.now();
        if (!fails(Moment.DOWNGRADE)) {
            findings.addAll(Comparing.findings(floor, ground.look(), Moment.DOWNGRADE));
            if (!fails(Moment.UPGRADE_AGAIN)) {
                findings.addAll(Comparing.findings(top, ground.look(), Moment.UPGRADE_AGAIN));
            }
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - begun);
        String end = passages.get(0).below().toString();
        return Optional.of(new ChainProof(outcome(), passages.size(), end, findings, duration));
    }

    private boolean fails(Moment moment) {
        Optional<StepReport> failed =
                ground.failure(moment == Moment.DOWNGRADE ? Passage.down(passages) : Passage.up(passages));
        failed.ifPresent(step ->
                findings.add(new Finding.Failed(moment, step.revisions().get(0), String.valueOf(step.error()))));
        return failed.isPresent();
    }

    private Proof outcome() {
        if (findings.stream().anyMatch(finding -> !finding.lesser())) {
            return Proof.UNPROVEN;
        }
        return findings.stream().anyMatch(Finding.NoWayBack.class::isInstance) ? Proof.IRREVERSIBLE : Proof.PROVEN;
    }
}
