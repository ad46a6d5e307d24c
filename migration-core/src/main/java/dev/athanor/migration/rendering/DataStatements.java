package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.DataOperation;
import dev.athanor.migration.operation.DataOperation.BulkDelete;
import dev.athanor.migration.operation.DataOperation.BulkInsert;
import dev.athanor.migration.operation.DataOperation.Command;
import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.Rows;
import dev.athanor.migration.operation.SqlValue;
import dev.athanor.migration.sql.Parameters;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders operations on rows, and SQL that a user has written. */
final class DataStatements implements DataOperation.Visitor<List<String>> {

    private static final int ROWS_PER_STATEMENT = 1_000;

    private DataStatements() {}

    static List<String> of(DataOperation operation) {
        return operation.accept(new DataStatements());
    }

    @Override
    public List<String> execute(Execute execute) {
        return execute(execute.command());
    }

    @Override
    public List<String> bulkInsert(BulkInsert insert) {
        return inParts(insert.rows().values(), part -> insert(insert.rows(), part));
    }

    @Override
    public List<String> bulkDelete(BulkDelete delete) {
        Rows rows = delete.rows();
        return inParts(rows.values(), part -> delete(rows, part));
    }

    private static List<String> execute(Command command) {
        List<String> values = command.parameters().stream().map(Values::typed).toList();
        String sql = values.isEmpty() ? command.sql() : new Parameters(command.sql(), values).inserted();
        return StatementSplitter.split(sql).stream().map(Statement::sql).toList();
    }

    private static List<String> inParts(List<List<SqlValue>> rows, Function<List<List<SqlValue>>, String> text) {
        List<String> statements = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            statements.add(text.apply(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT))));
        }
        return statements;
    }

    private static String insert(Rows rows, List<List<SqlValue>> part) {
        String values = part.stream().map(DataStatements::tuple).collect(Collectors.joining(",\n    "));
        return "INSERT INTO " + Names.of(rows.table()) + " " + Names.list(rows.columns()) + " VALUES\n    " + values;
    }

    private static String delete(Rows rows, List<List<SqlValue>> part) {
        List<Integer> places = rows.key().stream().map(rows.columns()::indexOf).toList();
        boolean single = places.size() == 1;
        String keys = part.stream()
                .map(row -> places.stream().map(row::get).toList())
                .map(key -> single ? Values.plain(key.get(0)) : tuple(key))
                .collect(Collectors.joining(", "));
        String columns = single ? Names.of(rows.key().get(0)) : Names.list(rows.key());
        return "DELETE FROM " + Names.of(rows.table()) + " WHERE " + columns + " IN (" + keys + ")";
    }

    private static String tuple(List<SqlValue> values) {
        return values.stream().map(Values::plain).collect(Collectors.joining(", ", "(", ")"));
    }
}
