package dev.athanor.migration.inspect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Defines what is read from a database.
 *
 * @param schema the schema that migrations run in; its name is left out of the names of its objects
 * @param others further schemas, if they exist
 * @param omitted the tables of the first schema that are left out, with everything on them
 */
public record SchemaScope(String schema, List<String> others, Set<String> omitted) {

    public SchemaScope {
        others = List.copyOf(others);
        omitted = Set.copyOf(omitted);
    }

    /** Returns the scope of one whole schema. */
    public static SchemaScope of(String schema) {
        return new SchemaScope(schema, List.of(), Set.of());
    }

    /** Returns this scope without the given tables, such as the version table and the history. */
    public SchemaScope without(String... tables) {
        Set<String> all = new TreeSet<>(omitted);
        all.addAll(List.of(tables));
        return new SchemaScope(schema, others, all);
    }

    /** Returns this scope with further schemas. */
    public SchemaScope with(String... schemas) {
        return new SchemaScope(
                schema, Stream.concat(others.stream(), Stream.of(schemas)).toList(), omitted);
    }

    List<String> schemas() {
        return Stream.concat(Stream.of(schema), others.stream()).toList();
    }
}
