package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ViewOperation;
import dev.athanor.migration.operation.ViewOperation.CreateView;
import dev.athanor.migration.operation.ViewOperation.DropView;
import dev.athanor.migration.operation.ViewOperation.RefreshView;
import dev.athanor.migration.operation.ViewOperation.ReplaceView;
import dev.athanor.migration.operation.ViewOperation.Replacement;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.View;

/** Directives for views, in Java. */
final class JavaViews implements ViewOperation.Visitor<String> {

    private final JavaImports imports;

    JavaViews(JavaImports imports) {
        this.imports = imports;
    }

    String of(ViewOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String createView(CreateView creation) {
        View view = creation.view();
        return call(view.materialized() ? "createMaterializedView" : "createView", view.name())
                .string(view.definition())
                .lambdaIfAny("v", chain(view))
                .statement();
    }

    @Override
    public String dropView(DropView drop) {
        JavaCall call = call(drop.materialized() ? "dropMaterializedView" : "dropView", drop.name());
        View view = drop.definition();
        if (view == null) {
            return call.optionsIfAny(drop.options()).statement();
        }
        JavaChain chain = chain(view);
        if (chain.isEmpty() && drop.options().equals(DropOptions.PLAIN)) {
            return call.string(view.definition()).statement();
        }
        return call.options(drop.options())
                .string(view.definition())
                .lambda("v", chain)
                .statement();
    }

    @Override
    public String replaceView(ReplaceView change) {
        View to = change.to();
        View from = change.from();
        if (from == null) {
            return call("replaceView", to.name()).string(to.definition()).statement();
        }
        boolean plain = chain(from).isEmpty() && chain(to).isEmpty();
        if (plain && change.replacement() == Replacement.IN_PLACE) {
            return call("replaceView", to.name())
                    .string(to.definition())
                    .string(from.definition())
                    .statement();
        }
        return call(method(change), to.name())
                .lambda("from", withQuery(from))
                .lambda("to", withQuery(to))
                .statement();
    }

    @Override
    public String refreshView(RefreshView refresh) {
        String method = "refreshMaterializedView" + (refresh.concurrently() ? "Concurrently" : "");
        return call(method, refresh.name()).statement();
    }

    private JavaCall call(String method, QualifiedName name) {
        return new JavaCall(imports, name.schema(), method).string(name.name());
    }

    private static String method(ReplaceView change) {
        if (change.replacement() == Replacement.IN_PLACE) {
            return "replaceView";
        }
        return change.to().materialized() ? "recreateMaterializedView" : "recreateView";
    }

    private JavaChain withQuery(View view) {
        return new JavaChain().call("query", view.definition()).append(chain(view));
    }

    private JavaChain chain(View view) {
        JavaChain chain = new JavaChain();
        view.options().forEach((option, value) -> chain.call("with", option, value));
        JavaIndexes indexes = new JavaIndexes(imports);
        view.indexes()
                .forEach(index -> chain.code(
                        "index",
                        JavaStrings.of(index.name()) + ", "
                                + indexes.whole(index).lambda("i")));
        return chain.callIfGiven("comment", view.comment());
    }
}
