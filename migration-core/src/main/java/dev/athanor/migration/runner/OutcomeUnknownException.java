package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.Statement;

/**
 * Thrown if an earlier run ended while a statement ran outside any transaction, and the catalogs do not show whether
 * the statement is done.
 *
 * @since 0.1.0
 */
public final class OutcomeUnknownException extends MigrationException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(StatementInDoubt doubt, boolean changed) {
        super(problem(doubt, changed), action(doubt));
    }

    private static String problem(StatementInDoubt doubt, boolean changed) {
        Statement statement = doubt.statement();
        return "Whether revision " + doubt.script().id() + " is done with " + doubt.place()
                + " is not known: an earlier"
                + " run ended while it ran, outside any transaction"
                + (changed ? ", and the script has been changed there since." : ".")
                + (statement == null ? "" : "\n" + StatementFailure.excerpt(statement, doubt.placeholders()));
    }

    private static String action(StatementInDoubt doubt) {
        String repair = "`migration repair " + doubt.script().id() + " --statement-";
        return "Look in the database. If it is done, say so: " + repair + "done`. If it is not, or may run once more: "
                + repair + "not-done`. Then start again.";
    }
}
