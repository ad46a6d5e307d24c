package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.NamespaceOperation;
import dev.athanor.migration.operation.NamespaceOperation.CreateSchema;
import dev.athanor.migration.operation.NamespaceOperation.DropSchema;
import dev.athanor.migration.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** Renders operations on schemas. */
final class NamespaceStatements implements NamespaceOperation.Visitor<List<String>> {

    private NamespaceStatements() {}

    static List<String> of(NamespaceOperation operation) {
        return operation.accept(new NamespaceStatements());
    }

    @Override
    public List<String> createSchema(CreateSchema creation) {
        String name = creation.namespace().name();
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA" + Clauses.ifNotExists(creation.existence()) + " " + Names.of(name));
        statements.addAll(
                CommentText.ifAny(ObjectName.schema(name), creation.namespace().comment()));
        return statements;
    }

    @Override
    public List<String> dropSchema(DropSchema drop) {
        return List.of(Clauses.drop("SCHEMA", Names.of(drop.name()), drop.options()));
    }
}
