package dev.athanor.migration.witness;

import java.util.List;
import java.util.Set;

/**
 * Defines which rows of the catalogs are compared.
 *
 * @param schema the schema that migrations run in; its name is left out of the names of its objects
 * @param others further schemas
 * @param path the schemas in which names are looked up after the first one
 * @param omitted the tables of the first schema that are left out, with everything on them
 * @param extent what is compared besides the objects in the schemas
 * @since 0.1.0
 */
public record WitnessScope(String schema, List<String> others, List<String> path, Set<String> omitted, Extent extent) {

    /** Defines what is compared besides the objects in the schemas. */
    public enum Extent {
        /** Compares every schema, with owners, privileges and the objects of the database. */
        EVERYTHING,
        /** Compares the objects of the database, without owners and privileges. */
        DATABASE,
        /** Compares only objects in the schemas, without owners and privileges. */
        SCHEMAS
    }

    public WitnessScope {
        others = List.copyOf(others);
        path = List.copyOf(path);
        omitted = Set.copyOf(omitted);
    }

    /** Returns the scope of one whole schema, with everything that belongs to the database. */
    public static WitnessScope of(String schema) {
        return new WitnessScope(schema, List.of(), List.of(), Set.of(), Extent.EVERYTHING);
    }

    /** Returns this scope with further schemas. */
    public WitnessScope withSchemas(List<String> further) {
        return new WitnessScope(schema, further, path, omitted, extent);
    }

    /** Returns this scope with the schemas in which names are looked up after the first one. */
    public WitnessScope withPath(List<String> schemas) {
        return new WitnessScope(schema, others, schemas, omitted, extent);
    }

    /** Returns this scope without the given tables, such as the version table and the history. */
    public WitnessScope without(String... tables) {
        return new WitnessScope(schema, others, path, Set.of(tables), extent);
    }

    /** Returns this scope with another extent. */
    public WitnessScope withExtent(Extent other) {
        return new WitnessScope(schema, others, path, omitted, other);
    }

    boolean includes(String name) {
        return extent == Extent.EVERYTHING || schema.equals(name) || others.contains(name);
    }
}
