package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.Trigger;

/** Builds the {@link SchemaObject} by which a diff identifies each object and each part of one. */
final class SchemaObjects {

    private static final String VALUE = "\0value";
    private static final String OWNER = "\0owner";

    private SchemaObjects() {}

    static SchemaObject of(ObjectKind kind, QualifiedName name) {
        return SchemaObject.of(kind, name);
    }

    static SchemaObject schema(String name) {
        return of(ObjectKind.SCHEMA, QualifiedName.of(name));
    }

    static SchemaObject extension(String name) {
        return of(ObjectKind.EXTENSION, QualifiedName.of(name));
    }

    static SchemaObject table(QualifiedName name) {
        return of(ObjectKind.TABLE, name);
    }

    static SchemaObject view(QualifiedName name) {
        return of(ObjectKind.VIEW, name);
    }

    static SchemaObject column(QualifiedName table, String column) {
        return new SchemaObject(ObjectKind.COLUMN, table, column);
    }

    /**
     * Identifies the default of a column as an object of its own, because it is created later and removed earlier than
     * the column.
     */
    static SchemaObject value(QualifiedName table, String column) {
        return new SchemaObject(ObjectKind.COLUMN, table, column + VALUE);
    }

    static boolean isValue(SchemaObject object) {
        return object.part() != null && object.part().endsWith(VALUE);
    }

    /** Returns the column of a default, or the object itself if it is not a default. */
    static SchemaObject columnOf(SchemaObject value) {
        String part = value.part();
        return part != null && part.endsWith(VALUE)
                ? column(value.name(), part.substring(0, part.length() - VALUE.length()))
                : value;
    }

    static SchemaObject constraint(QualifiedName table, String constraint) {
        return new SchemaObject(ObjectKind.CONSTRAINT, table, constraint);
    }

    /** Identifies an index of a table or a materialized view. */
    static SchemaObject index(QualifiedName table, String index) {
        return new SchemaObject(ObjectKind.INDEX, table, index);
    }

    static SchemaObject function(Function function) {
        return new SchemaObject(ObjectKind.FUNCTION, function.name(), function.arguments());
    }

    static SchemaObject trigger(Trigger trigger) {
        return new SchemaObject(ObjectKind.TRIGGER, trigger.table(), trigger.name());
    }

    static SchemaObject sequence(Sequence sequence) {
        return of(ObjectKind.SEQUENCE, sequence.name());
    }

    /** Identifies the ownership of a sequence by a column as an object of its own. */
    static SchemaObject owner(Sequence sequence) {
        return new SchemaObject(ObjectKind.SEQUENCE, sequence.name(), OWNER);
    }
}
