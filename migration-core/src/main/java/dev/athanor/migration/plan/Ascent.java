package dev.athanor.migration.plan;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Upgrade steps, one after the other: a revision takes the place of those rows that it needs. */
record Ascent(ScriptDirectory directory, Heads before) {

    List<Step> to(Collection<RevisionId> targets) {
        RevisionGraph graph = directory.graph();
        Set<RevisionId> missing = new HashSet<>(graph.ancestorsAndSelf(targets, EdgeKind.ALL));
        missing.removeAll(graph.applied(before));
        List<Step> steps = new ArrayList<>();
        Heads rows = before;
        for (RevisionScript script :
                graph.order(missing).stream().map(directory::script).toList()) {
            Heads after = rows.replace(graph.needs(script.id(), EdgeKind.ALL), List.of(script.id()));
            steps.add(new Step.Upgrade(script, rows, after));
            rows = after;
        }
        return steps;
    }
}
