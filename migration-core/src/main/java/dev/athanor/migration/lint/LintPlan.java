package dev.athanor.migration.lint;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetResolver;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Defines which revisions run in the throw-away database, and which of them are looked at.
 *
 * @param order the revisions to run, each after those that it needs
 * @param wanted the revisions to look at
 */
record LintPlan(List<RevisionId> order, Set<RevisionId> wanted) {

    /**
     * Creates the plan.
     *
     * @param applied returns the rows of the version table, if they are needed
     */
    static LintPlan of(ScriptDirectory scripts, LintScope scope, Supplier<CurrentHeads> applied) {
        RevisionGraph graph = scripts.graph();
        if (scope instanceof LintScope.Pending) {
            return all(graph, pending(graph, applied.get()));
        }
        if (scope instanceof LintScope.Since since) {
            return all(graph, above(graph, since.revision()));
        }
        if (scope instanceof LintScope.Files files) {
            return only(graph, ofFiles(scripts, files.files()));
        }
        if (scope instanceof LintScope.Revisions given) {
            return only(graph, given.revisions());
        }
        return all(graph, new LinkedHashSet<>(graph.history()));
    }

    private static Set<RevisionId> pending(RevisionGraph graph, CurrentHeads rows) {
        List<RevisionId> unknown = graph.unknown(rows);
        if (!unknown.isEmpty()) {
            throw new MigrationException(
                    "The database is at " + rows.capped() + ", and this build does not have " + unknown.get(0)
                            + ": which revisions are pending is not known.",
                    "Run lint with the build that has upgraded the database, or look at all revisions:"
                            + " `migration lint --all`.");
        }
        Set<RevisionId> pending = new LinkedHashSet<>(graph.history());
        pending.removeAll(graph.applied(rows));
        return pending;
    }

    private static Set<RevisionId> above(RevisionGraph graph, Target target) {
        return new TargetResolver(graph, CurrentHeads.NONE)
                .start(target)
                .map(start -> {
                    Set<RevisionId> above = new LinkedHashSet<>(graph.descendantsAndSelf(Set.of(start), EdgeKind.ALL));
                    above.remove(start);
                    return above;
                })
                .orElseGet(() -> new LinkedHashSet<>(graph.history()));
    }

    private static Set<RevisionId> ofFiles(ScriptDirectory scripts, List<String> files) {
        Set<RevisionId> wanted = new LinkedHashSet<>();
        for (String file : files) {
            List<RevisionId> found = scripts.scripts().stream()
                    .filter(script -> isAt(script.file().location(), file))
                    .map(RevisionScript::id)
                    .toList();
            if (found.isEmpty()) {
                throw new MigrationException(
                        "No revision of this build has the file " + file + ".",
                        "Name a file as `migration history --verbose` shows it, or its last part.");
            }
            wanted.addAll(found);
        }
        return wanted;
    }

    private static boolean isAt(String location, String file) {
        String place = location.replace('\\', '/');
        String wanted = file.replace('\\', '/').replaceFirst("^\\./", "");
        return place.equals(wanted) || place.endsWith("/" + wanted) || wanted.endsWith("/" + place);
    }

    /** Returns the plan that runs everything, with the wanted revisions last. */
    private static LintPlan all(RevisionGraph graph, Set<RevisionId> wanted) {
        Set<RevisionId> before = new HashSet<>(graph.history());
        before.removeAll(wanted);
        List<RevisionId> order = new ArrayList<>(graph.order(before));
        order.addAll(graph.order(wanted));
        return new LintPlan(order, wanted);
    }

    /** Returns the plan that runs only what the wanted revisions need. */
    private static LintPlan only(RevisionGraph graph, Set<RevisionId> wanted) {
        return new LintPlan(graph.order(graph.ancestorsAndSelf(wanted, EdgeKind.ALL)), wanted);
    }

    List<RevisionScript> scripts(ScriptDirectory scripts) {
        return order.stream().map(scripts::script).toList();
    }

    /** Returns the plan for the runner. */
    MigrationPlan plan(ScriptDirectory scripts) {
        return MigrationPlan.fromBase(scripts, order);
    }
}
