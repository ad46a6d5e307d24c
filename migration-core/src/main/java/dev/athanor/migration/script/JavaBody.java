package dev.athanor.migration.script;

import dev.athanor.migration.operation.ColumnOperation;
import dev.athanor.migration.operation.ConstraintOperation;
import dev.athanor.migration.operation.DataOperation;
import dev.athanor.migration.operation.ExtensionOperation;
import dev.athanor.migration.operation.FunctionOperation;
import dev.athanor.migration.operation.IndexOperation;
import dev.athanor.migration.operation.NamespaceOperation;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.SequenceOperation;
import dev.athanor.migration.operation.SetComment;
import dev.athanor.migration.operation.TableOperation;
import dev.athanor.migration.operation.TriggerOperation;
import dev.athanor.migration.operation.TypeOperation;
import dev.athanor.migration.operation.ViewOperation;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Operations as the body of a method of a Java revision, whose parameter is {@code op}.
 *
 * @param text its statements, without indentation; text blocks may be indented with it
 * @param imports the types that it names
 */
public record JavaBody(String text, SortedSet<String> imports) {

    public JavaBody {
        imports = Collections.unmodifiableSortedSet(new TreeSet<>(imports));
    }

    /** One directive for each. */
    public static JavaBody of(List<? extends Operation> operations) {
        JavaImports imports = new JavaImports();
        String text = operations.stream()
                .map(operation -> statement(imports, operation))
                .collect(Collectors.joining("\n"));
        return new JavaBody(text, imports.names());
    }

    private static String statement(JavaImports imports, Operation operation) {
        if (operation instanceof TableOperation table) {
            return new JavaTables(imports).of(table);
        }
        if (operation instanceof ColumnOperation column) {
            return new JavaColumns(imports).of(column);
        }
        if (operation instanceof IndexOperation index) {
            return new JavaIndexes(imports).of(index);
        }
        if (operation instanceof ConstraintOperation constraint) {
            return new JavaConstraints(imports).of(constraint);
        }
        return operation instanceof DataOperation data ? new JavaData(imports).of(data) : ofOther(imports, operation);
    }

    private static String ofOther(JavaImports imports, Operation operation) {
        if (operation instanceof TypeOperation type) {
            return new JavaTypes(imports).of(type);
        }
        if (operation instanceof SequenceOperation sequence) {
            return new JavaSequences(imports).of(sequence);
        }
        if (operation instanceof ViewOperation view) {
            return new JavaViews(imports).of(view);
        }
        if (operation instanceof FunctionOperation function) {
            return new JavaRoutines(imports).of(function);
        }
        return operation instanceof TriggerOperation trigger
                ? new JavaTriggers(imports).of(trigger)
                : ofTheRest(imports, operation);
    }

    private static String ofTheRest(JavaImports imports, Operation operation) {
        if (operation instanceof NamespaceOperation namespace) {
            return new JavaDatabase(imports).of(namespace);
        }
        if (operation instanceof ExtensionOperation extension) {
            return new JavaDatabase(imports).of(extension);
        }
        if (operation instanceof Rename rename) {
            return new JavaObjects(imports).of(rename);
        }
        return new JavaObjects(imports).of((SetComment) operation);
    }
}
