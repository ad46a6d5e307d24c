package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DataOperation;
import dev.athanor.migration.operation.DataOperation.BulkDelete;
import dev.athanor.migration.operation.DataOperation.BulkInsert;
import dev.athanor.migration.operation.DataOperation.Command;
import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.Rows;
import dev.athanor.migration.operation.SqlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Directives for rows and statements, in Java. */
final class JavaData implements DataOperation.Visitor<String> {

    private static final int PAIRS_OF_MAP_OF = 10;

    private final JavaImports imports;
    private final JavaValues values;

    JavaData(JavaImports imports) {
        this.imports = imports;
        this.values = new JavaValues(imports);
    }

    String of(DataOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String execute(Execute execute) {
        JavaCall call = new JavaCall(imports, null, "execute");
        Command undo = execute.undo();
        if (undo == null && execute.inTransaction()) {
            return call.code(arguments(execute.command())).statement();
        }
        JavaChain chain = new JavaChain().code("sql", arguments(execute.command()));
        if (undo != null) {
            chain.code("undoneBy", arguments(undo));
        }
        chain.callIf(!execute.inTransaction(), "outsideTransaction");
        return call.code(chain.on(imports.execute())).statement();
    }

    @Override
    public String bulkInsert(BulkInsert insert) {
        return rows("bulkInsert", insert.rows());
    }

    @Override
    public String bulkDelete(BulkDelete delete) {
        return rows("bulkDelete", delete.rows());
    }

    private String arguments(Command command) {
        List<String> arguments = new ArrayList<>(List.of(JavaStrings.of(command.sql())));
        command.parameters().forEach(value -> arguments.add(values.of(value)));
        return String.join(", ", arguments);
    }

    private String rows(String method, Rows rows) {
        JavaCall call = new JavaCall(imports, rows.table().schema(), method)
                .string(rows.table().name());
        boolean named = isSorted(rows.columns());
        if (!named) {
            call.list(rows.columns());
        }
        if (!named || !rows.key().isEmpty() || method.equals("bulkDelete")) {
            call.list(rows.key());
        }
        String lines = rows.values().stream()
                .map(row -> named ? map(rows.columns(), row) : list(row))
                .collect(Collectors.joining(",\n        "));
        return call.code(imports.list() + ".of(\n        " + lines + ")").statement();
    }

    private static boolean isSorted(List<String> columns) {
        return columns.stream().sorted().toList().equals(columns);
    }

    private String list(List<SqlValue> row) {
        return row.stream().map(values::of).collect(Collectors.joining(", ", imports.list() + ".of(", ")"));
    }

    private String map(List<String> columns, List<SqlValue> row) {
        String type = imports.type(Map.class);
        boolean small = columns.size() <= PAIRS_OF_MAP_OF;
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String pair = JavaStrings.of(columns.get(i)) + ", " + values.of(row.get(i));
            entries.add(small ? pair : type + ".entry(" + pair + ")");
        }
        return type + (small ? ".of(" : ".ofEntries(") + String.join(", ", entries) + ")";
    }
}
