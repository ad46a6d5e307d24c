package dev.athanor.migration.rendering;

import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;
import dev.athanor.migration.sql.Literal;
import org.jspecify.annotations.Nullable;

/** Formats statements on objects that are defined by the statements that create them. */
public final class ScriptedText {

    private static final String PUBLIC = "public";

    private ScriptedText() {}

    /** Formats {@code COMMENT ON}. */
    public static String comment(SchemaObject object, @Nullable String comment) {
        return "COMMENT ON " + address(object) + " IS " + (comment == null ? "NULL" : new Literal(comment).quoted());
    }

    /**
     * Formats the statement that removes an object. The functions of a base type can be dropped neither before nor
     * after the type, so that {@code CASCADE} is the only way.
     */
    static String drop(ScriptedObject definition) {
        SchemaObject object = definition.object();
        return switch (object.kind()) {
            case PUBLICATION_TABLE, PUBLICATION_SCHEMA ->
                "ALTER PUBLICATION " + Names.of(object.name()) + " DROP " + member(object);
            case BASE_TYPE ->
                "DROP " + address(object) + (definition.statements().size() > 1 ? " CASCADE" : "");
            default -> "DROP " + address(object);
        };
    }

    private static String member(SchemaObject object) {
        return (object.kind() == ObjectKind.PUBLICATION_TABLE ? "TABLE ONLY " : "TABLES IN SCHEMA ") + object.part();
    }

    /** Formats the kind and name of an object: {@code POLICY own ON users}. */
    private static String address(SchemaObject object) {
        QualifiedName name = object.name();
        String part = String.valueOf(object.part());
        String kind = object.kind().name().replace('_', ' ') + " ";
        return switch (object.kind()) {
            case BASE_TYPE, RANGE_TYPE -> "TYPE " + Names.of(name);
            case RULE, POLICY -> kind + Names.of(part) + " ON " + Names.of(name);
            case AGGREGATE -> kind + Names.of(name) + "(" + part + ")";
            case OPERATOR -> kind + operator(name) + " (" + part + ")";
            case OPERATOR_CLASS, OPERATOR_FAMILY -> kind + Names.of(name) + " USING " + Names.of(part);
            case CAST -> kind + "(" + name.name() + " AS " + part + ")";
            case TRANSFORM -> kind + "FOR " + part + " LANGUAGE " + Names.of(name);
            case USER_MAPPING ->
                kind + "FOR " + (part.equals(PUBLIC) ? part : Names.of(part)) + " SERVER " + Names.of(name);
            default -> kind + Names.of(name);
        };
    }

    private static String operator(QualifiedName name) {
        return name.schema() == null ? name.name() : Names.of(name.schema()) + "." + name.name();
    }
}
