package dev.athanor.migration.inspect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a database is read.
 *
 * @param schema the schema that migrations run in: names in it have no schema
 * @param others further schemas, if they are there
 * @param omitted tables of the former that are left out, with all that is on them
 */
public record SchemaScope(String schema, List<String> others, Set<String> omitted) {

    public SchemaScope {
        others = List.copyOf(others);
        omitted = Set.copyOf(omitted);
    }

    /** One schema, whole. */
    public static SchemaScope of(String schema) {
        return new SchemaScope(schema, List.of(), Set.of());
    }

    /** Without these tables: the version table and the history. */
    public SchemaScope without(String... tables) {
        Set<String> all = new TreeSet<>(omitted);
        all.addAll(List.of(tables));
        return new SchemaScope(schema, others, all);
    }

    /** With further schemas. */
    public SchemaScope with(String... schemas) {
        return new SchemaScope(
                schema, Stream.concat(others.stream(), Stream.of(schemas)).toList(), omitted);
    }

    List<String> schemas() {
        return Stream.concat(Stream.of(schema), others.stream()).toList();
    }
}
