package dev.athanor.migration.script;

import dev.athanor.migration.sql.SavepointStatement;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementExcerpt;
import dev.athanor.migration.sql.StatementKind;
import dev.athanor.migration.sql.TransactionModes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks which statements a section may contain, given how it commits: which transactions it may begin and end itself,
 * and which statements must stand inside or outside of them.
 */
final class TransactionRules {

    private final Marker marker;
    private final Problems problems;
    private final boolean transactional;

    /** Holds the open savepoints of the transaction, the latest first. */
    private final Deque<String> savepoints = new ArrayDeque<>();

    /** Holds the statement that began the open transaction block; null outside of a block. */
    private @Nullable Statement begin;

    TransactionRules(Marker marker, Problems problems) {
        this.marker = marker;
        this.problems = problems;
        this.transactional = marker.transaction() == TransactionMode.TRANSACTIONAL;
    }

    /** Reports the statements that the section may not contain. */
    void check(List<Statement> statements) {
        for (Statement statement : statements) {
            switch (statement.kind()) {
                case BEGIN -> begin(statement);
                case COMMIT -> commit(statement);
                case SAVEPOINT -> savepoint(statement);
                case TRANSACTION_CONTROL -> refuseControl(statement);
                case NON_TRANSACTIONAL -> checkOutside(statement);
                case QUERY, OTHER -> {}
            }
        }
        if (begin != null) {
            problems.add(
                    begin.line(),
                    sql(begin) + " begins a transaction that no COMMIT ends.",
                    "Write `COMMIT;` below the last statement that belongs to it.");
        }
    }

    /** Returns whether a script wraps itself in {@code BEGIN; … COMMIT;}. */
    boolean isWrapped(List<Statement> statements) {
        return transactional
                && statements.size() > 1
                && statements.get(0).kind() == StatementKind.BEGIN
                && statements.get(statements.size() - 1).kind() == StatementKind.COMMIT;
    }

    private void begin(Statement statement) {
        if (transactional) {
            refuseOwn(statement);
            return;
        }
        if (begin != null) {
            problems.add(
                    statement.line(),
                    sql(statement) + " stands inside the transaction that line " + begin.line() + " begins.",
                    "Write `COMMIT;` above it to end that one, or remove it.");
        }
        if (TransactionModes.of(statement.sql()).readOnly()) {
            problems.add(
                    statement.line(),
                    sql(statement) + " begins a transaction in which nothing can be written, not even that it is done.",
                    "Remove `READ ONLY`.");
        }
        begin = statement;
        savepoints.clear();
    }

    private void commit(Statement statement) {
        if (transactional) {
            refuseOwn(statement);
        } else if (begin == null) {
            problems.add(
                    statement.line(),
                    sql(statement) + " ends a transaction that nothing in this section has begun.",
                    "Write `BEGIN;` above the statements that are to commit together, or remove it.");
        }
        begin = null;
    }

    private void savepoint(Statement statement) {
        if (!transactional && begin == null) {
            problems.add(
                    statement.line(),
                    sql(statement) + " stands outside of any transaction.",
                    "Write `BEGIN;` above and `COMMIT;` below the statements that it belongs to, or remove it.");
            return;
        }
        SavepointStatement savepoint = SavepointStatement.of(statement.sql());
        if (savepoint.act() == SavepointStatement.Act.SET) {
            savepoints.push(savepoint.name());
        } else if (savepoints.contains(savepoint.name())) {
            forgetAfter(savepoint);
        } else {
            problems.add(
                    statement.line(),
                    sql(statement) + " does not name an open savepoint in this transaction.",
                    "Write `SAVEPOINT " + savepoint.name() + ";` above what it covers, or remove it.");
        }
    }

    private void forgetAfter(SavepointStatement savepoint) {
        while (!savepoint.name().equals(savepoints.peek())) {
            savepoints.pop();
        }
        if (savepoint.act() == SavepointStatement.Act.RELEASE) {
            savepoints.pop();
        }
    }

    private void refuseOwn(Statement statement) {
        problems.add(
                statement.line(),
                sql(statement) + " controls the transaction in which the whole section runs.",
                "Remove it; only a pair of BEGIN and COMMIT around the whole section is accepted. If parts of the section"
                        + " are to commit one after the other, mark it " + marker.with("transaction=none") + ".");
    }

    private void refuseControl(Statement statement) {
        problems.add(
                statement.line(),
                transactional
                        ? sql(statement) + " controls the transaction in which the whole section runs."
                        : sql(statement)
                                + " is none of `BEGIN` and `COMMIT`, by which a section controls transactions.",
                transactional
                        ? "Remove it: the section commits as a whole, or fails and is rolled back as a whole."
                        : "Remove it, or end the transaction with a plain `COMMIT;`: a block that fails is rolled back"
                                + " by itself.");
    }

    private void checkOutside(Statement statement) {
        if (transactional) {
            problems.add(
                    statement.line(),
                    sql(statement) + " cannot run inside a transaction.",
                    "Mark the section " + marker.with("transaction=none") + ": its statements then commit one by one.");
        } else if (begin != null) {
            problems.add(
                    statement.line(),
                    sql(statement) + " cannot run inside the transaction that line " + begin.line() + " begins.",
                    "Move it above that line, or below the COMMIT.");
        }
    }

    private static String sql(Statement statement) {
        return "`" + StatementExcerpt.inOneLine(statement.sql()) + "`";
    }
}
