package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** Operations as the body of a section of an SQL revision. */
public final class SqlText {

    private SqlText() {}

    /** Each statement with its semicolon, a blank line between two, no line end behind the last. */
    public static String of(List<? extends Operation> operations) {
        return statements(OperationStatements.of(operations));
    }

    /** The same for statements. */
    public static String statements(List<String> statements) {
        return statements.stream().map(statement -> statement + ";").collect(Collectors.joining("\n\n"));
    }

    /** A comment before what follows it, each of its lines as one of SQL. */
    public static String comment(String text) {
        return text.lines().map(line -> ("-- " + line).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
