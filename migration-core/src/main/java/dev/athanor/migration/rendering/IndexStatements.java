package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.IndexOperation;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import java.util.ArrayList;
import java.util.List;

/** Renders operations on indexes. */
final class IndexStatements implements IndexOperation.Visitor<List<String>> {

    private IndexStatements() {}

    static List<String> of(IndexOperation operation) {
        return operation.accept(new IndexStatements());
    }

    @Override
    public List<String> createIndex(CreateIndex creation) {
        List<String> statements = new ArrayList<>();
        statements.add(IndexText.create(creation));
        statements.addAll(CommentText.ifAny(
                ObjectName.of(
                        Kind.INDEX, creation.table().sibling(creation.index().name())),
                creation.index().comment()));
        return statements;
    }

    @Override
    public List<String> dropIndex(DropIndex drop) {
        return List.of(drop(drop));
    }

    private static String drop(DropIndex drop) {
        return Clauses.drop("INDEX" + IndexText.concurrently(drop.build()), Names.of(drop.name()), drop.options());
    }
}
