package dev.athanor.migration.autogenerate;

import java.util.Set;

/**
 * Holds the schemas and extensions that a wanted schema names, which are known before it is created.
 *
 * @param qualification how the wanted schema names the objects that it creates
 * @param created the schemas that it creates by their names
 * @param extensions the extensions that it creates
 * @since 0.1.0
 */
public record SchemaNames(Qualification qualification, Set<String> created, Set<String> extensions) {

    /** Names nothing: all names are without a schema. */
    public static final SchemaNames NONE = new SchemaNames(Qualification.CURRENT, Set.of(), Set.of());

    /** Defines how a wanted schema names the objects that it creates. */
    public enum Qualification {
        /** Names objects without a schema, so that they are created in the current schema, whatever its name. */
        CURRENT,
        /**
         * Names objects with their schemas, as {@code pg_dump} does; the wanted schema is created in a database of its
         * own.
         */
        OWN
    }

    public SchemaNames {
        created = Set.copyOf(created);
        extensions = Set.copyOf(extensions);
    }
}
