package dev.athanor.migration.diff;

import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.View;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A schema without what is not to be compared; with a table goes all that is on it. */
final class Filter {

    private final Predicate<SchemaObject> include;

    private Filter(Predicate<SchemaObject> include) {
        this.include = include;
    }

    static Schema of(Schema schema, Predicate<SchemaObject> include) {
        return new Filter(include).filtered(schema);
    }

    private Schema filtered(Schema schema) {
        return new Schema(
                keep(schema.namespaces(), one -> Keys.schema(one.name())),
                keep(schema.extensions(), one -> Keys.extension(one.name())),
                keep(schema.enumTypes(), one -> Keys.of(ObjectKind.ENUM_TYPE, one.name())),
                keep(schema.domains(), one -> Keys.of(ObjectKind.DOMAIN, one.name())),
                keep(schema.compositeTypes(), one -> Keys.of(ObjectKind.COMPOSITE_TYPE, one.name())),
                keep(schema.sequences(), Keys::sequence).stream()
                        .filter(one ->
                                one.ownedBy() == null || hasTable(one.ownedBy().table()))
                        .toList(),
                keep(schema.tables(), one -> Keys.table(one.name())).stream()
                        .map(this::table)
                        .toList(),
                keep(schema.views(), one -> Keys.view(one.name())).stream()
                        .map(this::view)
                        .toList(),
                keep(schema.functions(), Keys::function),
                keep(schema.triggers(), Keys::trigger).stream()
                        .filter(one -> hasTable(one.table()))
                        .toList(),
                schema.dependencies());
    }

    private boolean hasTable(QualifiedName table) {
        return include.test(Keys.table(table)) && include.test(Keys.view(table));
    }

    private Table table(Table table) {
        return table.withColumns(keep(table.columns(), one -> Keys.column(table.name(), one.name())))
                .withConstraints(keep(table.constraints(), one -> Keys.constraint(table.name(), one.name())))
                .withIndexes(keep(table.indexes(), one -> Keys.index(table.name(), one.name())));
    }

    private View view(View view) {
        return new View(
                view.name(),
                view.materialized(),
                view.definition(),
                view.options(),
                keep(view.indexes(), one -> Keys.index(view.name(), one.name())),
                view.comment());
    }

    private <T> List<T> keep(List<T> objects, Function<T, SchemaObject> key) {
        return objects.stream().filter(one -> include.test(key.apply(one))).toList();
    }
}
