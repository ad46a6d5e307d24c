package dev.athanor.migration.sql;

import dev.athanor.migration.operation.IndexOperation;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import java.util.ArrayList;
import java.util.List;

/** Statements for indexes. */
final class IndexStatements {

    private IndexStatements() {}

    static List<String> of(IndexOperation operation) {
        return operation instanceof CreateIndex creation ? create(creation) : List.of(drop((DropIndex) operation));
    }

    private static List<String> create(CreateIndex creation) {
        List<String> statements = new ArrayList<>();
        statements.add(IndexText.create(creation));
        statements.addAll(CommentText.ifAny(
                ObjectName.of(
                        Kind.INDEX, creation.table().sibling(creation.index().name())),
                creation.index().comment()));
        return statements;
    }

    private static String drop(DropIndex drop) {
        return Clauses.drop("INDEX" + IndexText.concurrently(drop.build()), Names.of(drop.name()), drop.options());
    }
}
