package dev.athanor.migration.lock;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Defines who sets the timeouts of the statements of a script.
 *
 * @since 0.1.0
 */
public enum TimeoutSource {
    /** Takes the timeouts from the settings of the run. */
    RUN,
    /** Takes the timeouts from the script, which sets one itself. */
    SCRIPT;

    private static final Pattern SETS = Pattern.compile(
            "\\bset(_config)?\\b.*?(lock|statement)_timeout", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Returns {@link #SCRIPT} if one of the statements sets a timeout in any way, and otherwise {@link #RUN}. */
    public static TimeoutSource of(List<Statement> statements) {
        return statements.stream().anyMatch(TimeoutSource::setsTimeout) ? SCRIPT : RUN;
    }

    /** Returns who limits the statements of a run in one transaction. */
    public static TimeoutSource of(MigrationPlan plan) {
        return of(plan.steps().stream()
                .flatMap(step -> Steps.statements(step).stream())
                .toList());
    }

    private static boolean setsTimeout(Statement statement) {
        return statement.mentions("_timeout") && SETS.matcher(statement.sql()).find();
    }
}
