package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adapts the wanted schema by copying everything that is not compared from the existing schema. */
final class IgnoredDifferences {

    private final Inventory there;
    private final DiffOptions options;

    private IgnoredDifferences(Inventory there, DiffOptions options) {
        this.there = there;
        this.options = options;
    }

    static Schema of(Schema from, Schema to, DiffOptions options) {
        Schema named = options.names() == DiffOptions.ComparedNames.ALL ? to : GeneratedNames.adopt(from, to);
        IgnoredDifferences adoption = new IgnoredDifferences(Inventory.of(from), options);
        Schema same = options.comments() ? named : adoption.comments(named);
        return options.types() && options.defaults() ? same : adoption.columns(same);
    }

    private Schema columns(Schema to) {
        return to.with(
                Table.class,
                to.tables().stream()
                        .map(table -> table.withColumns(table.columns().stream()
                                .map(column -> column(table, column))
                                .toList()))
                        .toList());
    }

    private Column column(Table table, Column wanted) {
        if (!(there.get(SchemaObjects.column(table.name(), wanted.name())) instanceof Column column)) {
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
        return to.map(one -> Optional.of(one.withComments(this::comment)));
    }

    private @Nullable String comment(SchemaObject object, @Nullable String own) {
        SchemaElement same = there.get(object);
        return same == null ? own : same.comment();
    }
}
