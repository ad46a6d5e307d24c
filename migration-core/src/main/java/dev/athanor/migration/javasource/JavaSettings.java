package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.SettingsOperation;
import dev.athanor.migration.rendering.OperationStatements;

/** Changes of settings, in Java: their statements, with those that undo them. */
final class JavaSettings {

    private JavaSettings() {}

    static String of(SettingsOperation operation, JavaImports imports) {
        return new JavaData(imports).of(Execute.sql(sql(operation)).undoneBy(sql(operation.reverse())));
    }

    private static String sql(Operation operation) {
        return String.join(";\n", OperationStatements.of(operation));
    }
}
