package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Renders operations on columns. */
final class ColumnStatements implements ColumnOperation.Visitor<List<String>> {

    private ColumnStatements() {}

    static List<String> of(ColumnOperation operation) {
        return operation.accept(new ColumnStatements());
    }

    @Override
    public List<String> addColumn(AddColumn addition) {
        List<String> statements = new ArrayList<>();
        statements.add(AlterTable.of(
                addition.table(),
                "ADD COLUMN" + Clauses.ifNotExists(addition.existence()) + " " + ColumnText.of(addition.column())));
        statements.addAll(CommentText.ifAny(
                name(addition.table(), addition.column().name()),
                addition.column().comment()));
        return statements;
    }

    @Override
    public List<String> dropColumn(DropColumn drop) {
        return List.of(AlterTable.of(drop.table(), Clauses.drop("COLUMN", Names.of(drop.name()), drop.options())));
    }

    @Override
    public List<String> alterColumn(AlterColumn change) {
        List<String> statements = new ArrayList<>();
        List<String> actions = new ColumnActions(change).inOrder();
        if (!actions.isEmpty()) {
            statements.add(
                    isAlone(change)
                            ? AlterTable.only(change.table(), actions)
                            : AlterTable.of(change.table(), actions));
        }
        change.changes().stream()
                .filter(ColumnChange.Comment.class::isInstance)
                .map(ColumnChange.Comment.class::cast)
                .forEach(
                        comment -> statements.add(CommentText.of(name(change.table(), change.column()), comment.to())));
        return statements;
    }

    /** Returns whether children stay as they are. {@code SET NOT NULL} reaches them in any case. */
    private static boolean isAlone(AlterColumn change) {
        return change.reach() == AlterColumn.Reach.ONLY
                && change.changes().stream()
                        .noneMatch(part ->
                                part.equals(new ColumnChange.Nullability(false)) || part instanceof ColumnChange.Type);
    }

    private static ObjectName name(QualifiedName table, String column) {
        return ObjectName.of(Kind.COLUMN, table, column);
    }
}
