package dev.athanor.migration.script;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.GraphProblem;
import dev.athanor.migration.graph.GraphProblem.Cycle;
import dev.athanor.migration.graph.GraphProblem.DuplicateId;
import dev.athanor.migration.graph.GraphProblem.DuplicateLabel;
import dev.athanor.migration.graph.GraphProblem.IllegalLabel;
import dev.athanor.migration.graph.GraphProblem.LabelIsRevisionId;
import dev.athanor.migration.graph.GraphProblem.MissingDependency;
import dev.athanor.migration.graph.GraphProblem.MissingDownRevision;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;

/** What is wrong with the graph, as problems of the files that the header lines to correct are in. */
final class GraphFaults {

    private final List<RevisionScript> scripts;

    GraphFaults(List<RevisionScript> scripts) {
        this.scripts = scripts;
    }

    /** Whether a problem may only be the consequence of a file that could not be read. */
    static boolean mayFollowFromOthers(GraphProblem problem) {
        return problem instanceof MissingDownRevision || problem instanceof MissingDependency;
    }

    ScriptProblem of(GraphProblem problem) {
        List<RevisionScript> involved = involved(problem.revisions().get(0));
        RevisionScript last = involved.get(involved.size() - 1);
        return new ScriptProblem(
                last.file().location(), HeaderLines.of(last.file(), key(problem)), what(problem), action(problem));
    }

    private List<RevisionScript> involved(RevisionId id) {
        return scripts.stream().filter(script -> script.id().equals(id)).toList();
    }

    private String what(GraphProblem problem) {
        if (problem instanceof DuplicateId duplicate) {
            return "Revision ID " + duplicate.id() + " is that of several scripts: "
                    + CappedList.of(involved(duplicate.id()).stream()
                            .map(script -> script.file().location())
                            .toList())
                    + ".";
        }
        return problem.describe();
    }

    private static String key(GraphProblem problem) {
        if (problem instanceof DuplicateId) {
            return "Revision ID";
        }
        if (problem instanceof MissingDependency) {
            return "Depends On";
        }
        return problem instanceof MissingDownRevision || problem instanceof Cycle ? "Revises" : "Branch Labels";
    }

    private static String action(GraphProblem problem) {
        if (problem instanceof MissingDownRevision missing) {
            return "Add the script of " + missing.missing() + ", or correct `Revises`.";
        }
        if (problem instanceof MissingDependency missing) {
            return "Add the script of " + missing.missing() + ", or correct `Depends On`.";
        }
        if (problem instanceof DuplicateId) {
            return "Give one of them another id, and say so in the `Revises` of what follows it.";
        }
        if (problem instanceof Cycle) {
            return "Correct `Revises` or `Depends On` of one of them.";
        }
        return labelAction(problem);
    }

    private static String labelAction(GraphProblem problem) {
        if (problem instanceof DuplicateLabel) {
            return "Leave the label with one of them.";
        }
        return problem instanceof LabelIsRevisionId || problem instanceof IllegalLabel
                ? "Choose another label."
                : "Correct the header.";
    }
}
