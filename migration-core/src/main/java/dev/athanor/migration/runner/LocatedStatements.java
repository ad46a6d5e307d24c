package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import dev.athanor.migration.sql.StatementSplitter;
import java.util.List;

/**
 * Turns the operations of a revision in Java into statements, each with the line that called the operation.
 *
 * @since 0.1.0
 */
public final class LocatedStatements {

    private final RevisionScript script;
    private final TransactionMode transaction;
    private final CodePlace place;

    /** Creates the statements of a section in Java. */
    public LocatedStatements(RevisionScript script, Section section, JavaCode code) {
        this.script = script;
        this.transaction = section.transaction();
        this.place = new CodePlace(code.revision().type());
    }

    /** Returns the place in the class of the revision. */
    public CodePlace place() {
        return place;
    }

    /**
     * Returns the statements of an operation.
     *
     * @throws MigrationException if a statement is not allowed in a revision, or not inside a transaction
     */
    public List<Statement> of(Operation operation) {
        int line = place.now();
        List<Statement> statements = OperationStatements.of(operation).stream()
                .flatMap(sql -> StatementSplitter.split(sql).stream())
                .map(statement -> statement.at(line))
                .toList();
        statements.forEach(this::check);
        return statements;
    }

    private void check(Statement statement) {
        boolean control = statement.kind() == StatementKind.BEGIN
                || statement.kind() == StatementKind.COMMIT
                || statement.kind() == StatementKind.SAVEPOINT
                || statement.kind() == StatementKind.TRANSACTION_CONTROL;
        if (control) {
            throw new MigrationException(
                    at(statement) + " controls the transaction, which the engine manages.",
                    "Leave it out: a revision and its record commit together. For operations that commit one by one:"
                            + " @RevisionHeader(transactional = false).");
        }
        if (statement.kind() == StatementKind.NON_TRANSACTIONAL && transaction == TransactionMode.TRANSACTIONAL) {
            throw new MigrationException(
                    at(statement) + " cannot run inside a transaction.",
                    "Put it into a separate revision with @RevisionHeader(transactional = false).");
        }
    }

    private String at(Statement statement) {
        String sql = statement.sql();
        String shown = sql.length() <= 80 ? sql : sql.substring(0, 80) + " …";
        return script.at(statement.line()) + ": `" + shown.replaceAll("\\s+", " ") + "`";
    }
}
