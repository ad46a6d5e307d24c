package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Access;
import dev.athanor.migration.schema.AccessControl;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnSettings;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.IndexSettings;
import dev.athanor.migration.schema.ObjectSettings;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.SchemaSettings;
import dev.athanor.migration.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adapts the wanted schema by copying everything that is not compared from the existing schema. */
final class IgnoredDifferences {

    private final Schema from;
    private final Inventory there;
    private final DiffOptions options;

    private IgnoredDifferences(Schema from, DiffOptions options) {
        this.from = from;
        this.there = Inventory.of(from);
        this.options = options;
    }

    static Schema of(Schema from, Schema to, DiffOptions options) {
        Schema named = options.names() == DiffOptions.ComparedNames.ALL ? to : GeneratedNames.adopt(from, to);
        IgnoredDifferences adoption = new IgnoredDifferences(from, options);
        Schema allowed = options.privileges() ? named : adoption.access(named);
        Schema same = options.comments() ? allowed : adoption.comments(allowed);
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
        return to.map(one -> Optional.of(one.withComments(this::comment))).withSettings(commentsInSettings(to));
    }

    /** Adopts the comments on the columns of views and on the indexes of constraints. */
    private SchemaSettings commentsInSettings(Schema to) {
        SchemaSettings former = from.settings();
        Map<SchemaObject, ObjectSettings> objects = new HashMap<>(to.settings().objects());
        former.objects().forEach((object, settings) -> {
            if (settings instanceof ColumnSettings) {
                objects.putIfAbsent(object, ColumnSettings.NONE);
            } else if (settings instanceof IndexSettings) {
                objects.putIfAbsent(object, IndexSettings.NONE);
            }
        });
        objects.replaceAll((object, settings) -> {
            if (settings instanceof ColumnSettings column) {
                return column.withComment(former.column(object).comment());
            }
            return settings instanceof IndexSettings index
                    ? index.withComment(former.index(object).comment())
                    : settings;
        });
        return to.settings().withObjects(objects);
    }

    /** Adopts owners and privileges; an object that is added keeps those that it is created with. */
    private Schema access(Schema to) {
        AccessControl former = from.settings().access();
        Map<SchemaObject, Access> objects = new HashMap<>(former.objects());
        to.definitions().stream()
                .map(Definition::object)
                .filter(object -> !there.has(object))
                .forEach(object -> former.initial(object).ifPresent(access -> objects.put(object, access)));
        return to.withSettings(to.settings().withAccess(new AccessControl(objects, former.defaults())));
    }

    private @Nullable String comment(SchemaObject object, @Nullable String own) {
        SchemaElement same = there.get(object);
        return same == null ? own : same.comment();
    }
}
