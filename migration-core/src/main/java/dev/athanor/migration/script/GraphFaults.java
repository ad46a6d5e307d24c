package dev.athanor.migration.script;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.GraphProblem;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;

/** Converts problems of the graph to problems of the files whose header lines have to be corrected. */
final class GraphFaults {

    private final List<RevisionScript> scripts;

    GraphFaults(List<RevisionScript> scripts) {
        this.scripts = scripts;
    }

    /** Returns whether a problem may only be the consequence of a file that could not be read. */
    static boolean mayFollowFromOthers(GraphProblem problem) {
        return problem.accept(new Corrections()).missing();
    }

    ScriptProblem of(GraphProblem problem) {
        List<RevisionScript> involved = involved(problem.revisions().get(0));
        RevisionScript last = involved.get(involved.size() - 1);
        Correction correction = problem.accept(new Corrections());
        return new ScriptProblem(
                last.file().location(),
                HeaderLines.of(last.file(), correction.key()),
                problem instanceof GraphProblem.DuplicateId duplicate ? scripts(duplicate) : problem.describe(),
                areCopies(involved)
                        ? "They have the same text: one is a copy, such as a build leaves of a script that was renamed."
                                + " Delete it, or build the application from clean, for example with `mvn clean"
                                + " package`."
                        : correction.action());
    }

    private static boolean areCopies(List<RevisionScript> involved) {
        return involved.size() > 1
                && involved.stream().map(RevisionScript::checksum).distinct().count() == 1;
    }

    private List<RevisionScript> involved(RevisionId id) {
        return scripts.stream().filter(script -> script.id().equals(id)).toList();
    }

    private String scripts(GraphProblem.DuplicateId duplicate) {
        return "Revision ID " + duplicate.id() + " is that of several scripts: "
                + CappedList.of(involved(duplicate.id()).stream()
                        .map(script -> script.file().location())
                        .toList())
                + ".";
    }
}

/**
 * Describes how to correct a problem.
 *
 * @param key the key of the header line to correct
 * @param missing whether something is missing that may be in a file that could not be read
 */
record Correction(String key, String action, boolean missing) {

    static Correction of(String key, String action) {
        return new Correction(key, action, false);
    }
}

/** Returns the correction of each kind of problem. */
final class Corrections implements GraphProblem.Visitor<Correction> {

    @Override
    public Correction missingDownRevision(GraphProblem.MissingDownRevision problem) {
        return new Correction("Revises", "Add the script of " + problem.missing() + ", or correct `Revises`.", true);
    }

    @Override
    public Correction missingDependency(GraphProblem.MissingDependency problem) {
        return new Correction(
                "Depends On", "Add the script of " + problem.missing() + ", or correct `Depends On`.", true);
    }

    @Override
    public Correction duplicateId(GraphProblem.DuplicateId problem) {
        return Correction.of(
                "Revision ID", "Give one of them another id, and say so in the `Revises` of what follows it.");
    }

    @Override
    public Correction cycle(GraphProblem.Cycle problem) {
        return Correction.of("Revises", "Correct `Revises` or `Depends On` of one of them.");
    }

    @Override
    public Correction duplicateLabel(GraphProblem.DuplicateLabel problem) {
        return Correction.of("Branch Labels", "Keep the label on only one of them.");
    }

    @Override
    public Correction labelIsRevisionId(GraphProblem.LabelIsRevisionId problem) {
        return Correction.of("Branch Labels", "Choose another label.");
    }

    @Override
    public Correction illegalLabel(GraphProblem.IllegalLabel problem) {
        return Correction.of("Branch Labels", "Choose another label.");
    }
}
