package dev.athanor.migration.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds everything in one or more schemas of a database that a migration can change, at one moment.
 *
 * <p>The definitions are sorted by kind and name (functions by name and arguments, triggers by table and name), so
 * that two snapshots of the same database are equal and print the same. What an extension owns is not in it.
 *
 * @param definitions the objects; among them every schema except the one that migrations run in
 * @param dependencies which objects need which others
 * @param settings what the objects have besides their definitions
 * @since 0.1.0
 */
public record Schema(List<Definition> definitions, List<Dependency> dependencies, SchemaSettings settings) {

    /** Holds nothing. */
    public static final Schema EMPTY = new Schema(List.of(), List.of());

    public Schema {
        definitions = definitions.stream()
                .sorted(Comparator.comparing(Definition::object))
                .toList();
        dependencies = dependencies.stream().distinct().sorted().toList();
    }

    /** Creates a schema whose objects have only what new ones have. */
    public Schema(List<Definition> definitions, List<Dependency> dependencies) {
        this(definitions, dependencies, SchemaSettings.NONE);
    }

    /** Returns a schema of these definitions, without dependencies. */
    public static Schema of(Definition... definitions) {
        return new Schema(List.of(definitions), List.of());
    }

    /** Returns its definitions of one kind. */
    public <T extends Definition> List<T> all(Class<T> kind) {
        return definitions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns its tables. */
    public List<Table> tables() {
        return all(Table.class);
    }

    /** Returns the same schema with these definitions of a kind, in place of those that it has. */
    public <T extends Definition> Schema with(Class<T> kind, List<T> other) {
        List<Definition> all = new ArrayList<>(other);
        definitions.stream().filter(one -> !kind.isInstance(one)).forEach(all::add);
        return new Schema(all, dependencies, settings);
    }

    /** Returns the same schema with each definition replaced, or left out where there is none instead. */
    public Schema map(Function<Definition, Optional<? extends Definition>> replacement) {
        Stream<Definition> all = definitions.stream().flatMap(one -> replacement.apply(one).stream());
        return new Schema(all.toList(), dependencies, settings);
    }

    /** Returns the same schema with these dependencies. */
    public Schema withDependencies(List<Dependency> other) {
        return new Schema(definitions, other, settings);
    }

    /** Returns the same schema with these settings. */
    public Schema withSettings(SchemaSettings other) {
        return new Schema(definitions, dependencies, other);
    }
}
