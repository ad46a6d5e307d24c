package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ExtensionOperation;
import dev.athanor.migration.operation.ExtensionOperation.CreateExtension;
import dev.athanor.migration.operation.ExtensionOperation.DropExtension;
import dev.athanor.migration.operation.ExtensionOperation.UpdateExtension;
import dev.athanor.migration.schema.Extension;
import dev.athanor.migration.sql.Literal;
import java.util.List;

/** Renders operations on extensions. */
final class ExtensionStatements implements ExtensionOperation.Visitor<List<String>> {

    private ExtensionStatements() {}

    static List<String> of(ExtensionOperation operation) {
        return operation.accept(new ExtensionStatements());
    }

    @Override
    public List<String> createExtension(CreateExtension creation) {
        return List.of("CREATE EXTENSION" + Clauses.ifNotExists(creation.existence()) + " "
                + definition(creation.extension()));
    }

    @Override
    public List<String> dropExtension(DropExtension drop) {
        return List.of(Clauses.drop("EXTENSION", Names.of(drop.name()), drop.options()));
    }

    @Override
    public List<String> updateExtension(UpdateExtension update) {
        return List.of("ALTER EXTENSION " + Names.of(update.name()) + " UPDATE"
                + (update.to() == null ? "" : " TO " + new Literal(update.to()).quoted()));
    }

    private static String definition(Extension extension) {
        return Names.of(extension.name())
                + (extension.schema() == null ? "" : " SCHEMA " + Names.of(extension.schema()))
                + (extension.version() == null ? "" : " VERSION " + new Literal(extension.version()).quoted());
    }
}
