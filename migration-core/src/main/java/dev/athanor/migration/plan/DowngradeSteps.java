package dev.athanor.migration.plan;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Downgrade steps, one after the other: a revision gives its place to what nothing else applied needs. */
final class DowngradeSteps {

    private final RevisionGraph graph;
    private final Map<RevisionId, Integer> dependents = new HashMap<>();
    private Heads rows;

    DowngradeSteps(ScriptDirectory directory, Heads before) {
        this.graph = directory.graph();
        this.rows = before;
        graph.applied(before)
                .forEach(revision -> needs(revision).forEach(need -> dependents.merge(need, 1, Integer::sum)));
    }

    List<Step> takingDown(List<RevisionScript> newestFirst) {
        List<Step> steps = new ArrayList<>();
        for (RevisionScript script : newestFirst) {
            Heads before = rows;
            rows = before.replace(List.of(script.id()), freed(script.id()));
            steps.add(new Step.Downgrade(script, before, rows));
        }
        return steps;
    }

    private List<RevisionId> freed(RevisionId revision) {
        return needs(revision).stream()
                .filter(need -> dependents.merge(need, -1, Integer::sum) == 0)
                .toList();
    }

    private List<RevisionId> needs(RevisionId revision) {
        return graph.needs(revision, EdgeKind.ALL);
    }
}
