package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.operation.ExtensionOperation;
import dev.athanor.migration.operation.ExtensionOperation.CreateExtension;
import dev.athanor.migration.operation.ExtensionOperation.DropExtension;
import dev.athanor.migration.operation.ExtensionOperation.UpdateExtension;
import dev.athanor.migration.operation.NamespaceOperation;
import dev.athanor.migration.operation.NamespaceOperation.CreateSchema;
import dev.athanor.migration.operation.NamespaceOperation.DropSchema;
import dev.athanor.migration.schema.Extension;
import dev.athanor.migration.schema.Namespace;

/** Directives for schemas and extensions, in Java. */
final class JavaDatabase implements NamespaceOperation.Visitor<String>, ExtensionOperation.Visitor<String> {

    private final JavaImports imports;

    JavaDatabase(JavaImports imports) {
        this.imports = imports;
    }

    @Override
    public String createSchema(CreateSchema creation) {
        JavaChain chain =
                chain(creation.namespace()).callIf(creation.existence() == Existence.IF_NEEDED, "ifNotExists");
        return call("createSchema", creation.namespace().name())
                .lambdaIfAny("s", chain)
                .statement();
    }

    @Override
    public String dropSchema(DropSchema drop) {
        Namespace namespace = drop.definition();
        JavaCall call = call("dropSchema", drop.name());
        return namespace == null
                ? call.optionsIfAny(drop.options()).statement()
                : call.options(drop.options()).lambda("s", chain(namespace)).statement();
    }

    @Override
    public String createExtension(CreateExtension creation) {
        JavaChain chain =
                chain(creation.extension()).callIf(creation.existence() == Existence.IF_NEEDED, "ifNotExists");
        return call("createExtension", creation.extension().name())
                .lambdaIfAny("e", chain)
                .statement();
    }

    @Override
    public String dropExtension(DropExtension drop) {
        JavaCall call = call("dropExtension", drop.name());
        Extension extension = drop.definition();
        return extension == null
                ? call.optionsIfAny(drop.options()).statement()
                : call.options(drop.options()).lambda("e", chain(extension)).statement();
    }

    @Override
    public String updateExtension(UpdateExtension update) {
        return call("updateExtension", update.name())
                .stringIfGiven(update.from())
                .stringIfGiven(update.to())
                .statement();
    }

    private JavaCall call(String method, String name) {
        return new JavaCall(imports, null, method).string(name);
    }

    private static JavaChain chain(Namespace namespace) {
        return new JavaChain().callIfGiven("comment", namespace.comment());
    }

    private static JavaChain chain(Extension extension) {
        return new JavaChain().callIfGiven("schema", extension.schema()).callIfGiven("version", extension.version());
    }
}
