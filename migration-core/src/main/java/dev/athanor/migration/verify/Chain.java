package dev.athanor.migration.verify;

import dev.athanor.migration.plan.MigrationPlan;
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
        Optional<Failure> down = failure(Moment.DOWNGRADE, Passage.down(passages));
        Optional<Failure> up = Optional.empty();
        if (down.isEmpty()) {
            findings.addAll(Comparing.findings(floor, ground.look(), Moment.DOWNGRADE));
            up = failure(Moment.UPGRADE_AGAIN, Passage.up(passages));
            if (up.isEmpty()) {
                findings.addAll(Comparing.findings(top, ground.look(), Moment.UPGRADE_AGAIN));
            }
        }
        return Optional.of(
                new ChainProof(outcome(), way(down, up), findings, Duration.ofNanos(System.nanoTime() - begun)));
    }

    private Optional<Failure> failure(Moment moment, MigrationPlan plan) {
        Optional<Failure> failed = ground.failure(plan);
        failed.map(failure -> failure.during(moment)).ifPresent(findings::add);
        return failed;
    }

    private ChainProof.Way way(Optional<Failure> down, Optional<Failure> up) {
        int steps = passages.size();
        return new ChainProof.Way(
                steps,
                down.map(Failure::done).orElse(steps),
                down.map(Failure::end).orElse(passages.get(0).below()).toString(),
                down.isPresent() ? 0 : up.map(Failure::done).orElse(steps));
    }

    private Proof outcome() {
        if (findings.stream().anyMatch(finding -> !finding.lesser())) {
            return Proof.UNPROVEN;
        }
        return findings.stream().anyMatch(Finding.NoWayBack.class::isInstance) ? Proof.IRREVERSIBLE : Proof.PROVEN;
    }
}
