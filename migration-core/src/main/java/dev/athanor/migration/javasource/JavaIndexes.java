package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.operation.IndexOperation;
import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.IndexKey;
import java.util.List;

/** Directives for indexes, in Java. */
final class JavaIndexes implements IndexOperation.Visitor<String> {

    private final JavaImports imports;

    JavaIndexes(JavaImports imports) {
        this.imports = imports;
    }

    String of(IndexOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String createIndex(CreateIndex creation) {
        JavaCall call = new JavaCall(imports, creation.table().schema(), "createIndex")
                .string(creation.index().name());
        return withDefinition(call, creation, false).statement();
    }

    @Override
    public String dropIndex(DropIndex drop) {
        CreateIndex creation = drop.creation();
        if (creation == null) {
            boolean concurrently = drop.build() == Build.CONCURRENTLY;
            String method = concurrently ? "dropIndexConcurrently" : "dropIndex";
            JavaCall call = new JavaCall(imports, drop.name().schema(), method)
                    .string(drop.name().name());
            return (concurrently ? call.options(drop.options()) : call.optionsIfAny(drop.options())).statement();
        }
        JavaCall call = new JavaCall(imports, drop.name().schema(), "dropIndex")
                .string(drop.name().name())
                .optionsIfAny(drop.options());
        return withDefinition(call, creation, !drop.options().equals(DropOptions.PLAIN))
                .statement();
    }

    private JavaCall withDefinition(JavaCall call, CreateIndex creation, boolean lambda) {
        call.string(creation.table().name());
        JavaChain more = more(creation.index()).append(how(creation));
        List<IndexKey> keys = creation.index().keys();
        if (!lambda && more.isEmpty() && keys.stream().allMatch(JavaKeys::isPlainColumn)) {
            return call.strings(
                    keys.stream().map(key -> String.valueOf(key.column())).toList());
        }
        return call.lambda("i", new JavaKeys(imports).chain(keys).append(more));
    }

    private static JavaChain how(CreateIndex creation) {
        return new JavaChain()
                .callIf(creation.build() == Build.CONCURRENTLY, "concurrently")
                .callIf(creation.existence() == Existence.IF_NEEDED, "ifNotExists");
    }

    /** Returns an index of a table or view that is described together with it. */
    JavaChain whole(Index index) {
        return new JavaKeys(imports).chain(index.keys()).append(more(index));
    }

    private static JavaChain more(Index index) {
        JavaChain chain = new JavaChain().callIf(index.unique(), "unique");
        if (!index.method().equals("btree")) {
            chain.call("using", index.method());
        }
        chain.callIfAny("include", index.include())
                .callIf(index.nullsNotDistinct(), "nullsNotDistinct")
                .callIfGiven("where", index.predicate());
        index.options().forEach((option, value) -> chain.call("with", option, value));
        return chain.callIfGiven("comment", index.comment());
    }
}
