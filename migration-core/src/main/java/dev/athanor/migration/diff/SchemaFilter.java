package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.Optional;
import java.util.function.Predicate;

/** A schema without what is not to be compared; with a table goes all that is on it. */
final class SchemaFilter {

    private final Predicate<SchemaObject> include;

    private SchemaFilter(Predicate<SchemaObject> include) {
        this.include = include;
    }

    static Schema of(Schema schema, Predicate<SchemaObject> include) {
        return new SchemaFilter(include).filtered(schema);
    }

    private Schema filtered(Schema schema) {
        return schema.map(one -> includes(one) ? Optional.of(one.withParts(include)) : Optional.empty());
    }

    private boolean includes(Definition one) {
        return include.test(one.object()) && one.owner().map(this::hasTable).orElse(true);
    }

    private boolean hasTable(QualifiedName table) {
        return include.test(SchemaObjects.table(table)) && include.test(SchemaObjects.view(table));
    }
}
