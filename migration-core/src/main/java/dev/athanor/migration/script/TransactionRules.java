package dev.athanor.migration.script;

import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import java.util.List;

/** What statements a section may have, given how it commits. */
final class TransactionRules {

    private final Marker marker;
    private final Problems problems;

    TransactionRules(Marker marker, Problems problems) {
        this.marker = marker;
        this.problems = problems;
    }

    /** Reports the statements that the section may not have. */
    void check(List<Statement> statements) {
        for (Statement statement : statements) {
            switch (statement.kind()) {
                case BEGIN, COMMIT, TRANSACTION_CONTROL -> refuseControl(statement);
                case NON_TRANSACTIONAL -> checkOutside(statement);
                case QUERY, OTHER -> {}
            }
        }
    }

    /** Whether a script wraps itself in {@code BEGIN; … COMMIT;}. */
    boolean isWrapped(List<Statement> statements) {
        return marker.transaction() == TransactionMode.TRANSACTIONAL
                && statements.size() > 1
                && statements.get(0).kind() == StatementKind.BEGIN
                && statements.get(statements.size() - 1).kind() == StatementKind.COMMIT;
    }

    private void refuseControl(Statement statement) {
        String sql = "`" + Excerpt.of(statement.sql()) + "`";
        if (marker.transaction() == TransactionMode.NONE) {
            problems.add(
                    statement.line(),
                    sql + " controls a transaction in a section whose statements commit one by one.",
                    "Remove it; what must commit together belongs in a revision without `transaction=none`.");
        } else {
            problems.add(
                    statement.line(),
                    sql + " controls the transaction in which the whole section runs.",
                    "Remove it; only a pair of BEGIN and COMMIT around the whole section is accepted.");
        }
    }

    private void checkOutside(Statement statement) {
        if (marker.transaction() == TransactionMode.TRANSACTIONAL) {
            problems.add(
                    statement.line(),
                    "`" + Excerpt.of(statement.sql()) + "` cannot run inside a transaction.",
                    "Mark the section " + marker.with("transaction=none") + ": its statements then commit one by one.");
        }
    }
}
