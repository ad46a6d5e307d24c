package dev.athanor.migration.schema;

import java.util.List;

/**
 * Everything in one or more of a database's schemas that a migration can change, at one moment.
 *
 * <p>Every list is sorted by name (functions by name and arguments, triggers by table and name), so that two snapshots
 * of the same database are equal and print the same. What an extension owns is not in it.
 *
 * @param namespaces the schemas besides the one that migrations run in
 * @param dependencies which of them need which others
 */
public record Schema(
        List<Namespace> namespaces,
        List<Extension> extensions,
        List<EnumType> enumTypes,
        List<Domain> domains,
        List<CompositeType> compositeTypes,
        List<Sequence> sequences,
        List<Table> tables,
        List<View> views,
        List<Function> functions,
        List<Trigger> triggers,
        List<Dependency> dependencies) {

    /** Nothing at all. */
    public static final Schema EMPTY = new Schema(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());

    public Schema {
        namespaces = namespaces.stream().sorted().toList();
        extensions = extensions.stream().sorted().toList();
        enumTypes = enumTypes.stream().sorted().toList();
        domains = domains.stream().sorted().toList();
        compositeTypes = compositeTypes.stream().sorted().toList();
        sequences = sequences.stream().sorted().toList();
        tables = tables.stream().sorted().toList();
        views = views.stream().sorted().toList();
        functions = functions.stream().sorted().toList();
        triggers = triggers.stream().sorted().toList();
        dependencies = dependencies.stream().distinct().sorted().toList();
    }

    /** The same with these enum types. */
    public Schema withEnumTypes(List<EnumType> other) {
        return new Schema(
                namespaces,
                extensions,
                other,
                domains,
                compositeTypes,
                sequences,
                tables,
                views,
                functions,
                triggers,
                dependencies);
    }

    /** The same with these tables. */
    public Schema withTables(List<Table> other) {
        return new Schema(
                namespaces,
                extensions,
                enumTypes,
                domains,
                compositeTypes,
                sequences,
                other,
                views,
                functions,
                triggers,
                dependencies);
    }

    /** The same with these dependencies. */
    public Schema withDependencies(List<Dependency> other) {
        return new Schema(
                namespaces,
                extensions,
                enumTypes,
                domains,
                compositeTypes,
                sequences,
                tables,
                views,
                functions,
                triggers,
                other);
    }
}
