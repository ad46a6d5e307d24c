package dev.athanor.migration.script;

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
final class JavaDatabase {

    private final JavaImports imports;

    JavaDatabase(JavaImports imports) {
        this.imports = imports;
    }

    String of(NamespaceOperation operation) {
        if (operation instanceof CreateSchema creation) {
            JavaChain chain =
                    chain(creation.namespace()).callIf(creation.existence() == Existence.IF_NEEDED, "ifNotExists");
            return call("createSchema", creation.namespace().name())
                    .lambdaIfAny("s", chain)
                    .statement();
        }
        DropSchema drop = (DropSchema) operation;
        Namespace namespace = drop.definition();
        JavaCall call = call("dropSchema", drop.name());
        return namespace == null
                ? call.optionsIfAny(drop.options()).statement()
                : call.options(drop.options()).lambda("s", chain(namespace)).statement();
    }

    String of(ExtensionOperation operation) {
        if (operation instanceof CreateExtension creation) {
            JavaChain chain =
                    chain(creation.extension()).callIf(creation.existence() == Existence.IF_NEEDED, "ifNotExists");
            return call("createExtension", creation.extension().name())
                    .lambdaIfAny("e", chain)
                    .statement();
        }
        if (operation instanceof DropExtension drop) {
            JavaCall call = call("dropExtension", drop.name());
            Extension extension = drop.definition();
            return extension == null
                    ? call.optionsIfAny(drop.options()).statement()
                    : call.options(drop.options()).lambda("e", chain(extension)).statement();
        }
        UpdateExtension update = (UpdateExtension) operation;
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
