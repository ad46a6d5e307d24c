package dev.athanor.migration.runner;

import dev.athanor.migration.history.ScriptProgress;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import dev.athanor.migration.sql.TransactionModes;
import java.util.List;
import java.util.Optional;

/**
 * What of a {@code transaction=none} section commits together: a statement, or a block from {@code BEGIN} to
 * {@code COMMIT}.
 *
 * @param statements of the unit; of a block, its first and last ones included
 * @param number the place of the first of them in its section, from 1
 */
record CommitUnit(List<Statement> statements, int number) {

    CommitUnit {
        statements = List.copyOf(statements);
    }

    static CommitUnit of(Statement statement, int number) {
        return new CommitUnit(List.of(statement), number);
    }

    /** The one that begins at a place in a section, from 0. */
    static CommitUnit at(List<Statement> section, int index) {
        int end = index;
        if (section.get(index).kind() == StatementKind.BEGIN) {
            while (section.get(end).kind() != StatementKind.COMMIT) {
                end++;
            }
        }
        return new CommitUnit(section.subList(index, end + 1), index + 1);
    }

    /** The block that a statement of a section belongs to, by its number from 1; empty where it commits by itself. */
    static Optional<CommitUnit> blockAround(List<Statement> section, int number) {
        int index = 0;
        while (index < number) {
            CommitUnit unit = at(section, index);
            index += unit.statements.size();
            if (index >= number && unit.isBlock()) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    boolean isBlock() {
        return first().kind() == StatementKind.BEGIN;
    }

    Statement first() {
        return statements.get(0);
    }

    Statement last() {
        return statements.get(statements.size() - 1);
    }

    /** The number of its last statement. */
    int lastNumber() {
        return number + statements.size() - 1;
    }

    /** The same progress with the whole unit behind it. */
    ScriptProgress after(ScriptProgress before) {
        ScriptProgress after = before;
        for (Statement statement : statements) {
            after = after.and(statement);
        }
        return after;
    }

    /** Sends what the unit does inside a transaction that is open. */
    void execute(ScriptExecutor executor) throws StatementFailure {
        for (int index = 0; index < statements.size(); index++) {
            Statement statement = statements.get(index);
            if (statement.kind() == StatementKind.BEGIN) {
                begin(statement, executor);
            } else if (statement.kind() != StatementKind.COMMIT) {
                executor.execute(statement, number + index);
            }
        }
    }

    private void begin(Statement begin, ScriptExecutor executor) throws StatementFailure {
        String modes = TransactionModes.of(begin.sql()).sql();
        if (!modes.isEmpty()) {
            executor.execute(new Statement("SET TRANSACTION " + modes, begin.line(), StatementKind.OTHER), number);
        }
    }
}
