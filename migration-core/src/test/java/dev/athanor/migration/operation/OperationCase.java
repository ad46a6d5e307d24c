package dev.athanor.migration.operation;

import dev.athanor.migration.directive.Directives;
import dev.athanor.migration.directive.Recording;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A row of the tables of directives: what is there, what a revision says, and the SQL that this is.
 *
 * @param ddl what is there before it
 * @param sql the whole text, each statement with its semicolon
 * @param fromVersion the first version of PostgreSQL that understands it
 * @param reversible whether the reverse restores what was there
 */
record OperationCase(
        String name, String ddl, Consumer<Directives> revision, String sql, int fromVersion, boolean reversible) {

    static OperationCase row(String name, String ddl, Consumer<Directives> revision, String sql) {
        return new OperationCase(name, ddl, revision, sql.strip(), 14, true);
    }

    OperationCase from(int version) {
        return new OperationCase(name, ddl, revision, sql, version, reversible);
    }

    OperationCase oneWay() {
        return new OperationCase(name, ddl, revision, sql, fromVersion, false);
    }

    Recording recording() {
        return Recording.of(revision);
    }

    static Stream<OperationCase> all() {
        return Stream.of(
                        TableCases.ROWS,
                        ColumnCases.ROWS,
                        IndexCases.ROWS,
                        ConstraintCases.ROWS,
                        TypeCases.ROWS,
                        ObjectCases.ROWS,
                        NameCases.ROWS,
                        DataCases.ROWS)
                .flatMap(List::stream);
    }

    @Override
    public String toString() {
        return name;
    }
}
