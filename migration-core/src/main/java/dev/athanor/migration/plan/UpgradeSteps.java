package dev.athanor.migration.plan;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Upgrade steps, one after the other: a revision takes the place of those rows that it needs. */
record UpgradeSteps(ScriptDirectory directory, Heads before) {

    List<Step> to(Collection<RevisionId> targets) {
        RevisionGraph graph = directory.graph();
        List<Step> steps = new ArrayList<>();
        Heads rows = before;
        for (RevisionId missing : graph.order(graph.missing(targets, before))) {
            RevisionScript script = directory.script(missing);
            Heads after = rows.replace(graph.needs(script.id(), EdgeKind.ALL), List.of(script.id()));
            steps.add(new Step.Upgrade(script, rows, after));
            rows = after;
        }
        return steps;
    }
}
