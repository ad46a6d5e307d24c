package dev.athanor.migration.verify;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.RevisionScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Represents one revision with the rows of the version table without it and with it.
 *
 * @param before the rows without the revision
 * @param after the rows with the revision
 */
record RevisionStep(RevisionScript script, CurrentHeads before, CurrentHeads after) {

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

    /** Returns a plan that upgrades all revisions in order. */
    static MigrationPlan up(List<RevisionStep> revisions) {
        List<Step> steps = new ArrayList<>();
        revisions.forEach(one -> steps.add(new Step.Upgrade(one.script, one.before, one.after)));
        CurrentHeads end = revisions.get(revisions.size() - 1).after;
        return new MigrationPlan(Command.UPGRADE, List.of(end.toString()), revisions.get(0).before, steps, end);
    }

    /** Returns a plan that downgrades all revisions, last first. */
    static MigrationPlan down(List<RevisionStep> revisions) {
        List<Step> steps = new ArrayList<>();
        revisions.forEach(one -> steps.add(new Step.Downgrade(one.script, one.after, one.before)));
        Collections.reverse(steps);
        CurrentHeads end = revisions.get(0).before;
        CurrentHeads start = revisions.get(revisions.size() - 1).after;
        return new MigrationPlan(Command.DOWNGRADE, List.of(end.toString()), start, steps, end);
    }
}
