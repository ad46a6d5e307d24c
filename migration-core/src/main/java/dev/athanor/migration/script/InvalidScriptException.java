package dev.athanor.migration.script;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import java.util.List;

/**
 * Reports revision scripts that cannot be used, with all their problems.
 *
 * @since 0.1.0
 */
public final class InvalidScriptException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient List<ScriptProblem> problems;

    /**
     * Creates the exception.
     *
     * @param problems the problems of one or several files, at least one
     */
    public InvalidScriptException(List<ScriptProblem> problems) {
        super(summary(problems), action(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Creates the exception with another action.
     *
     * @param problems the problems of one or several files, at least one
     * @param action what to do next if there are several problems
     */
    public InvalidScriptException(List<ScriptProblem> problems, String action) {
        super(summary(problems), problems.size() == 1 ? problems.get(0).action() : action);
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems, in file order. */
    public List<ScriptProblem> problems() {
        return problems;
    }

    private static String summary(List<ScriptProblem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).describe();
        }
        long files = problems.stream().map(ScriptProblem::location).distinct().count();
        String where = files == 1 ? problems.get(0).location() : files + " revision scripts";
        return problems.size() + " problems in " + where + ":\n" + CappedList.lines(lines(problems));
    }

    private static List<String> lines(List<ScriptProblem> problems) {
        return problems.stream()
                .map(problem -> "  " + problem.describe() + " " + problem.action())
                .toList();
    }

    private static String action(List<ScriptProblem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).action();
        }
        return CappedList.leavesOut(lines(problems))
                ? "See all of them with `migration validate`, and correct them."
                : "Correct them, then check with `migration validate`.";
    }
}
