package dev.athanor.migration.autogenerate;

import java.util.Set;

/**
 * The schemas and extensions that a wanted schema names, known before it is made.
 *
 * @param qualification how it names what it makes
 * @param created the schemas that it creates by their names
 * @param extensions the extensions that it creates
 * @since 0.1.0
 */
public record SchemaNames(Qualification qualification, Set<String> created, Set<String> extensions) {

    /** Nothing: all names are without a schema. */
    public static final SchemaNames NONE = new SchemaNames(Qualification.CURRENT, Set.of(), Set.of());

    /** How a wanted schema names what it makes. */
    public enum Qualification {
        /** Without a schema: it is made in the current one, whatever that is called. */
        CURRENT,
        /** With the schemas' own names, as {@code pg_dump} does: it is made in a database of its own. */
        OWN
    }

    public SchemaNames {
        created = Set.copyOf(created);
        extensions = Set.copyOf(extensions);
    }
}
