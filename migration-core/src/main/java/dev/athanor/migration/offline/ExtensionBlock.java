package dev.athanor.migration.offline;

import dev.athanor.migration.batch.BatchBlock;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.sql.Literal;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import java.util.stream.Collectors;

/** Renders statements that run only if the server offers an extension as a block that can be run anywhere. */
final class ExtensionBlock {

    private ExtensionBlock() {}

    /**
     * Renders the block.
     *
     * @throws MigrationException if the statements cannot run in a block
     */
    static String of(Step step, String extension) {
        if (Steps.transactionMode(step) == TransactionMode.NONE) {
            throw new MigrationException(
                    "`" + step.describe() + "` runs without a transaction and only if the server offers extension "
                            + extension + ": as a text to run, there is no such statement.",
                    "Run it online, or write a plan that ends before it.");
        }
        Steps.statements(step).stream()
                .filter(statement -> statement.kind() == StatementKind.SAVEPOINT)
                .findFirst()
                .ifPresent(savepoint -> refuse(step, savepoint, extension));
        String statements = Steps.statements(step).stream()
                .map(statement -> "        EXECUTE " + new Literal(statement.sql()) + ";\n")
                .collect(Collectors.joining());
        return "DO "
                + BatchBlock.dollarQuoted(
                        "BEGIN\n    IF " + offered(extension) + " THEN\n" + statements + "    END IF;\nEND");
    }

    private static void refuse(Step step, Statement savepoint, String extension) {
        throw new MigrationException(
                "`" + step.describe() + "` has `" + savepoint.sql() + "` at "
                        + Steps.script(step).at(savepoint.line())
                        + ", and runs only if the server offers extension " + extension
                        + ": in a text to run, that is a block, which can have no savepoints.",
                "Run it online, remove the savepoint, or write a plan that ends before it.");
    }

    /** Returns the SQL expression for the history note that says which branch was taken. */
    static String note(String extension) {
        return "CASE WHEN " + offered(extension) + " THEN 'The server offers extension " + extension
                + ": the section ran.' ELSE 'The server does not offer extension " + extension
                + ": the section was skipped.' END";
    }

    private static String offered(String extension) {
        return "EXISTS (SELECT FROM pg_available_extensions WHERE name = " + new Literal(extension) + ")";
    }
}
