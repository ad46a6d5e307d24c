package dev.athanor.migration.plan;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds everything that a command will do, decided before anything is touched.
 *
 * @param command the command
 * @param targets the texts of the targets; for SQL text, of the ranges
 * @param before the rows of the version table at the start
 * @param steps the steps in order; the rows after one step are the rows before the next
 * @param after the rows at the end
 * @since 0.1.0
 */
public record MigrationPlan(
        Command command, List<String> targets, CurrentHeads before, List<Step> steps, CurrentHeads after) {

    public MigrationPlan {
        targets = List.copyOf(targets);
        steps = List.copyOf(steps);
    }

    /** Returns a plan without steps, which leaves the rows unchanged. */
    public static MigrationPlan nothing(MigrationRequest request, CurrentHeads rows) {
        List<String> targets = request.targets().stream().map(Target::toString).toList();
        return new MigrationPlan(request.command(), targets, rows, List.of(), rows);
    }

    /**
     * Returns a plan that applies revisions in an empty database.
     *
     * @param order the revisions, each after those that it needs
     */
    public static MigrationPlan fromBase(ScriptDirectory scripts, List<RevisionId> order) {
        List<Step> steps = new ArrayList<>();
        CurrentHeads rows = CurrentHeads.NONE;
        for (RevisionId id : order) {
            CurrentHeads after = rows.replace(scripts.graph().needs(id, EdgeKind.ALL), List.of(id));
            steps.add(new Step.Upgrade(scripts.script(id), rows, after));
            rows = after;
        }
        return new MigrationPlan(Command.UPGRADE, List.of(rows.toString()), CurrentHeads.NONE, steps, rows);
    }

    /** Returns whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Returns what would run, in one line. */
    public String summary() {
        return PlanText.title(this);
    }

    /**
     * Returns what would run with every statement as it would be sent. Placeholders are replaced, and their values are
     * not masked.
     */
    public String withStatements() {
        return PlanText.withStatements(this);
    }

    /** Returns what would run, with one line per step. */
    @Override
    public String toString() {
        return PlanText.of(this);
    }
}
