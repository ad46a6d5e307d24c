package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** Renders operations as the body of a section of an SQL revision. */
public final class SqlText {

    private SqlText() {}

    /** Renders each statement with its semicolon, separated by blank lines, without a line end behind the last one. */
    public static String of(List<? extends Operation> operations) {
        return statements(OperationStatements.of(operations));
    }

    /**
     * Joins the statements, each with its semicolon, separated by blank lines, without a line end behind the last one.
     */
    public static String statements(List<String> statements) {
        return statements.stream().map(statement -> statement + ";").collect(Collectors.joining("\n\n"));
    }

    /** Returns each line of the text as an SQL comment. */
    public static String comment(String text) {
        return text.lines().map(line -> ("-- " + line).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
