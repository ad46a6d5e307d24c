package dev.athanor.migration.runner;

import dev.athanor.migration.history.ScriptProgress;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import dev.athanor.migration.sql.TransactionModes;
import java.util.List;
import java.util.Optional;

/**
 * Represents the part of a {@code transaction=none} section that commits together: a statement, or a block from {@code
 * BEGIN} to {@code COMMIT}.
 *
 * @param statements the statements of the unit, including {@code BEGIN} and {@code COMMIT} of a block
 * @param number the place of the first statement in its section, from 1
 */
record CommitUnit(List<Statement> statements, int number) {

    CommitUnit {
        statements = List.copyOf(statements);
    }

    static CommitUnit of(Statement statement, int number) {
        return new CommitUnit(List.of(statement), number);
    }

    /** Returns the unit that begins at an index of a section, from 0. */
    static CommitUnit at(List<Statement> section, int index) {
        int end = index;
        if (section.get(index).kind() == StatementKind.BEGIN) {
            while (section.get(end).kind() != StatementKind.COMMIT) {
                end++;
            }
        }
        return new CommitUnit(section.subList(index, end + 1), index + 1);
    }

    /**
     * Returns the block that contains a statement, given by its number from 1, or empty if the statement commits by
     * itself.
     */
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

    /** Returns the number of the last statement. */
    int lastNumber() {
        return number + statements.size() - 1;
    }

    /** Returns the progress after the whole unit. */
    ScriptProgress after(ScriptProgress before) {
        ScriptProgress after = before;
        for (Statement statement : statements) {
            after = after.and(statement);
        }
        return after;
    }

    /** Executes the statements of the unit inside an open transaction. */
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
