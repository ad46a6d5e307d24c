package dev.athanor.migration.verify;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.RevisionScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One revision between the rows without it and the rows with it.
 *
 * @param below the rows without it
 * @param above the rows with it
 */
record Passage(RevisionScript script, Heads below, Heads above) {

    boolean hasWayBack() {
        return script.downgrade().wayBack().isPresent();
    }

    boolean saysNothing() {
        return script.downgrade() instanceof Downgrade.Nothing;
    }

    boolean runsNothing() {
        return script.upgrade().isEmpty();
    }

    MigrationPlan up() {
        return up(List.of(this));
    }

    MigrationPlan down() {
        return down(List.of(this));
    }

    /** All of them, in order. */
    static MigrationPlan up(List<Passage> passages) {
        List<Step> steps = new ArrayList<>();
        passages.forEach(one -> steps.add(new Step.Upgrade(one.script, one.below, one.above)));
        Heads end = passages.get(passages.size() - 1).above;
        return new MigrationPlan(Command.UPGRADE, List.of(end.toString()), passages.get(0).below, steps, end);
    }

    /** All of them, last first. */
    static MigrationPlan down(List<Passage> passages) {
        List<Step> steps = new ArrayList<>();
        passages.forEach(one -> steps.add(new Step.Downgrade(one.script, one.above, one.below)));
        Collections.reverse(steps);
        Heads end = passages.get(0).below;
        Heads start = passages.get(passages.size() - 1).above;
        return new MigrationPlan(Command.DOWNGRADE, List.of(end.toString()), start, steps, end);
    }
}
