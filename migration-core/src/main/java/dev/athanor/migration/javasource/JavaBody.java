package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.ColumnOperation;
import dev.athanor.migration.operation.ConstraintOperation;
import dev.athanor.migration.operation.DataOperation;
import dev.athanor.migration.operation.ExtensionOperation;
import dev.athanor.migration.operation.FunctionOperation;
import dev.athanor.migration.operation.IndexOperation;
import dev.athanor.migration.operation.NamespaceOperation;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.ScriptedOperation;
import dev.athanor.migration.operation.SequenceOperation;
import dev.athanor.migration.operation.SetComment;
import dev.athanor.migration.operation.SettingsOperation;
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

    /** Creates a body with one directive for each operation. */
    public static JavaBody of(List<? extends Operation> operations) {
        JavaImports imports = new JavaImports();
        String text = operations.stream()
                .map(operation -> operation.accept(new Dispatch(imports)))
                .collect(Collectors.joining("\n"));
        return new JavaBody(text, imports.names());
    }

    private record Dispatch(JavaImports imports) implements Operation.Visitor<String> {

        @Override
        public String table(TableOperation operation) {
            return new JavaTables(imports).of(operation);
        }

        @Override
        public String column(ColumnOperation operation) {
            return new JavaColumns(imports).of(operation);
        }

        @Override
        public String index(IndexOperation operation) {
            return new JavaIndexes(imports).of(operation);
        }

        @Override
        public String constraint(ConstraintOperation operation) {
            return new JavaConstraints(imports).of(operation);
        }

        @Override
        public String type(TypeOperation operation) {
            return new JavaTypes(imports).of(operation);
        }

        @Override
        public String sequence(SequenceOperation operation) {
            return new JavaSequences(imports).of(operation);
        }

        @Override
        public String view(ViewOperation operation) {
            return new JavaViews(imports).of(operation);
        }

        @Override
        public String function(FunctionOperation operation) {
            return new JavaRoutines(imports).of(operation);
        }

        @Override
        public String trigger(TriggerOperation operation) {
            return new JavaTriggers(imports).of(operation);
        }

        @Override
        public String scripted(ScriptedOperation operation) {
            return new JavaScripted(imports).of(operation);
        }

        @Override
        public String extension(ExtensionOperation operation) {
            return operation.accept(new JavaDatabase(imports));
        }

        @Override
        public String namespace(NamespaceOperation operation) {
            return operation.accept(new JavaDatabase(imports));
        }

        @Override
        public String data(DataOperation operation) {
            return new JavaData(imports).of(operation);
        }

        @Override
        public String settings(SettingsOperation operation) {
            return JavaSettings.of(operation, imports);
        }

        @Override
        public String rename(Rename operation) {
            return new JavaObjects(imports).of(operation);
        }

        @Override
        public String comment(SetComment operation) {
            return new JavaObjects(imports).of(operation);
        }
    }
}
