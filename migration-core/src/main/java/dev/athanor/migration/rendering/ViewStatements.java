package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.ViewOperation;
import dev.athanor.migration.operation.ViewOperation.CreateView;
import dev.athanor.migration.operation.ViewOperation.DropView;
import dev.athanor.migration.operation.ViewOperation.RefreshView;
import dev.athanor.migration.operation.ViewOperation.ReplaceView;
import dev.athanor.migration.operation.ViewOperation.Replacement;
import dev.athanor.migration.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Renders operations on views and materialized views. */
final class ViewStatements implements ViewOperation.Visitor<List<String>> {

    private ViewStatements() {}

    static List<String> of(ViewOperation operation) {
        return operation.accept(new ViewStatements());
    }

    @Override
    public List<String> createView(CreateView creation) {
        return create(creation.view());
    }

    @Override
    public List<String> dropView(DropView drop) {
        return List.of(Clauses.drop(kind(drop.materialized()).sql(), Names.of(drop.name()), drop.options()));
    }

    @Override
    public List<String> replaceView(ReplaceView replacement) {
        View to = replacement.to();
        List<String> statements = new ArrayList<>();
        if (replacement.replacement() == Replacement.ANEW) {
            statements.add("DROP " + kind(to.materialized()).sql() + " " + Names.of(to.name()));
            statements.addAll(create(to));
            return statements;
        }
        statements.add(text("CREATE OR REPLACE ", to));
        if (replacement.from() != null && !Objects.equals(replacement.from().comment(), to.comment())) {
            statements.add(CommentText.of(name(to), to.comment()));
        }
        return statements;
    }

    @Override
    public List<String> refreshView(RefreshView refresh) {
        return List.of("REFRESH MATERIALIZED VIEW " + (refresh.concurrently() ? "CONCURRENTLY " : "")
                + Names.of(refresh.name()));
    }

    private static List<String> create(View view) {
        List<String> statements = new ArrayList<>();
        statements.add(text("CREATE ", view));
        view.indexes().forEach(index -> statements.addAll(IndexStatements.of(new CreateIndex(view.name(), index))));
        statements.addAll(CommentText.ifAny(name(view), view.comment()));
        return statements;
    }

    private static String text(String create, View view) {
        return create + kind(view.materialized()).sql() + " " + Names.of(view.name()) + Clauses.with(view.options())
                + " AS\n" + SingleStatement.statement(view.definition());
    }

    private static ObjectName name(View view) {
        return ObjectName.of(kind(view.materialized()), view.name());
    }

    private static Kind kind(boolean materialized) {
        return materialized ? Kind.MATERIALIZED_VIEW : Kind.VIEW;
    }
}
