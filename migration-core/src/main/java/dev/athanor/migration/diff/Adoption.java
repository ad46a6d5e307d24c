package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.Namespace;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.View;
import org.jspecify.annotations.Nullable;

/** The wanted schema, with what does not count taken from the one that is there. */
final class Adoption {

    private final Inventory there;
    private final DiffOptions options;

    private Adoption(Inventory there, DiffOptions options) {
        this.there = there;
        this.options = options;
    }

    static Schema of(Schema from, Schema to, DiffOptions options) {
        Schema named = options.names() == DiffOptions.Names.ALL ? to : GeneratedNames.adopt(from, to);
        Adoption adoption = new Adoption(Inventory.of(from), options);
        Schema same = options.comments() ? named : adoption.comments(named);
        return options.types() && options.defaults() ? same : adoption.columns(same);
    }

    private Schema columns(Schema to) {
        return to.withTables(to.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                        .map(column -> column(table, column))
                        .toList()))
                .toList());
    }

    private Column column(Table table, Column wanted) {
        if (!(there.get(Keys.column(table.name(), wanted.name())) instanceof Column column)) {
            return wanted;
        }
        Column adopted =
                options.types() ? wanted : wanted.withType(column.type()).withCollation(column.collation());
        return !options.defaults() && isDefault(column) && isDefault(wanted)
                ? adopted.withValue(column.value())
                : adopted;
    }

    private static boolean isDefault(Column column) {
        return column.value() instanceof ColumnValue.Default || column.value() instanceof ColumnValue.None;
    }

    private Schema comments(Schema to) {
        return new Schema(
                to.namespaces().stream().map(this::comment).toList(),
                to.extensions(),
                to.enumTypes().stream().map(this::comment).toList(),
                to.domains().stream().map(this::comment).toList(),
                to.compositeTypes().stream().map(this::comment).toList(),
                to.sequences().stream().map(this::comment).toList(),
                to.tables().stream().map(this::comment).toList(),
                to.views().stream().map(this::comment).toList(),
                to.functions().stream().map(this::comment).toList(),
                to.triggers().stream().map(this::comment).toList(),
                to.dependencies());
    }

    private Namespace comment(Namespace one) {
        return there.get(Keys.schema(one.name())) instanceof Namespace same
                ? new Namespace(one.name(), same.comment())
                : one;
    }

    private EnumType comment(EnumType one) {
        return there.get(Keys.of(ObjectKind.ENUM_TYPE, one.name())) instanceof EnumType same
                ? new EnumType(one.name(), one.values(), same.comment())
                : one;
    }

    private Domain comment(Domain one) {
        if (!(there.get(Keys.of(ObjectKind.DOMAIN, one.name())) instanceof Domain same)) {
            return one;
        }
        return new Domain(
                one.name(),
                one.type(),
                one.collation(),
                one.nullable(),
                one.defaultExpression(),
                one.checks(),
                same.comment());
    }

    private CompositeType comment(CompositeType one) {
        return there.get(Keys.of(ObjectKind.COMPOSITE_TYPE, one.name())) instanceof CompositeType same
                ? new CompositeType(one.name(), one.attributes(), same.comment())
                : one;
    }

    private Sequence comment(Sequence one) {
        return there.get(Keys.sequence(one)) instanceof Sequence same
                ? new Sequence(one.name(), one.options(), one.ownedBy(), same.comment())
                : one;
    }

    private Table comment(Table one) {
        Table parts = one.withColumns(one.columns().stream()
                        .map(column ->
                                column.withComment(comment(Keys.column(one.name(), column.name()), column.comment())))
                        .toList())
                .withConstraints(one.constraints().stream()
                        .map(constraint -> constraint.withComment(
                                comment(Keys.constraint(one.name(), constraint.name()), constraint.comment())))
                        .toList())
                .withIndexes(one.indexes().stream()
                        .map(index -> index.withComment(comment(Keys.index(one.name(), index.name()), index.comment())))
                        .toList());
        return parts.withComment(comment(Keys.table(one.name()), one.comment()));
    }

    private View comment(View one) {
        return new View(
                one.name(),
                one.materialized(),
                one.definition(),
                one.options(),
                one.indexes().stream()
                        .map(index -> index.withComment(comment(Keys.index(one.name(), index.name()), index.comment())))
                        .toList(),
                comment(Keys.view(one.name()), one.comment()));
    }

    private Function comment(Function one) {
        return there.get(Keys.function(one)) instanceof Function same
                ? new Function(one.name(), one.arguments(), one.kind(), one.definition(), same.comment())
                : one;
    }

    private Trigger comment(Trigger one) {
        return there.get(Keys.trigger(one)) instanceof Trigger same
                ? new Trigger(one.name(), one.table(), one.definition(), one.firing(), same.comment())
                : one;
    }

    /** Of a table, a view or a part of one. */
    private @Nullable String comment(SchemaObject object, @Nullable String own) {
        Object same = there.get(object);
        if (same instanceof Table table) {
            return table.comment();
        }
        if (same instanceof View view) {
            return view.comment();
        }
        return same == null ? own : Parts.comment(same);
    }
}
