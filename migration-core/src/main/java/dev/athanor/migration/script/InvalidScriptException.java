package dev.athanor.migration.script;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import java.util.List;

/**
 * Revision scripts that cannot be used, with all that is wrong with them.
 *
 * @since 0.1.0
 */
public final class InvalidScriptException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient List<ScriptProblem> problems;

    /** @param problems at least one; of one file or of several */
    public InvalidScriptException(List<ScriptProblem> problems) {
        super(summary(problems), action(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Offers another way to go on.
     *
     * @param problems at least one; of one file or of several
     * @param action what to do where there are several
     */
    public InvalidScriptException(List<ScriptProblem> problems, String action) {
        super(summary(problems), problems.size() == 1 ? problems.get(0).action() : action);
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in file order. */
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
