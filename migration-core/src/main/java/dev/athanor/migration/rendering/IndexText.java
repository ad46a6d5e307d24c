package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.IndexKey;
import dev.athanor.migration.sql.FunctionCall;
import java.util.stream.Collectors;

/** Formats an index in SQL. */
final class IndexText {

    private IndexText() {}

    static String create(CreateIndex creation) {
        Index index = creation.index();
        return "CREATE" + (index.unique() ? " UNIQUE" : "") + " INDEX" + concurrently(creation.build())
                + Clauses.ifNotExists(creation.existence()) + " " + Names.of(index.name()) + " ON "
                + Names.of(creation.table()) + " " + definition(index);
    }

    private static String definition(Index index) {
        String keys = index.keys().stream().map(IndexText::key).collect(Collectors.joining(", ", "(", ")"));
        return (index.method().equals("btree") ? "" : "USING " + Names.of(index.method()) + " ")
                + keys
                + Clauses.include(index.include())
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + Clauses.with(index.options())
                + (index.predicate() == null ? "" : " WHERE " + index.predicate());
    }

    static String concurrently(Build build) {
        return build == Build.CONCURRENTLY ? " CONCURRENTLY" : "";
    }

    static String key(IndexKey key) {
        return subject(key)
                + ColumnText.collate(key.collation())
                + (key.operatorClass() == null ? "" : " " + key.operatorClass())
                + (key.descending() ? " DESC" : "")
                + nulls(key);
    }

    private static String nulls(IndexKey key) {
        if (key.nullsFirst() == key.descending()) {
            return "";
        }
        return key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
    }

    private static String subject(IndexKey key) {
        String column = key.column();
        if (column != null) {
            return Names.of(column);
        }
        String expression = String.valueOf(key.expression());
        return FunctionCall.is(expression) ? expression : "(" + expression + ")";
    }
}
