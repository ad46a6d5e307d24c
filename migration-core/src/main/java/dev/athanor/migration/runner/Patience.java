package dev.athanor.migration.runner;

import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** Who says how long the statements of a script may wait and run. */
enum Patience {
    /** The settings of the run. */
    OURS,
    /** The script, which sets a timeout itself. */
    THE_SCRIPTS;

    private static final Pattern SETS = Pattern.compile(
            "\\bset(_config)?\\b.*?(lock|statement)_timeout", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** A script that sets one of the timeouts, in whatever way, is taken at its word. */
    static Patience of(List<Statement> statements) {
        return statements.stream().anyMatch(Patience::setsTimeout) ? THE_SCRIPTS : OURS;
    }

    /** Returns who limits the statements of a run in one transaction. */
    static Patience of(MigrationPlan plan) {
        return of(plan.steps().stream()
                .flatMap(step -> Steps.statements(step).stream())
                .toList());
    }

    private static boolean setsTimeout(Statement statement) {
        return statement.mentions("_timeout") && SETS.matcher(statement.sql()).find();
    }
}
