package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds what a comparison leaves out because it belongs to other tools, such as Flyway's history and the tables of
 * Quartz and Spring Batch.
 *
 * @param objects tables, views and sequences of tools, with the functions and types that only they need, sorted
 * @since 0.1.0
 */
public record ToolTables(SortedSet<SchemaObject> objects) {

    /** Leaves nothing out. */
    static final ToolTables NONE = new ToolTables(new TreeSet<>());

    /** Tells whether tables of other tools are compared although nothing wants them. */
    public enum Mode {
        /** Leaves them out, unless they are wanted. */
        LEFT_OUT,
        /** Compares them like everything else. */
        COMPARED
    }

    public ToolTables {
        objects = new TreeSet<>(objects);
    }

    /**
     * Returns what is some tool's in a database and is not wanted there.
     *
     * @param database what is there
     * @param wanted what the database is compared with
     * @param include what is compared at all
     */
    static ToolTables of(Schema database, Schema wanted, Predicate<SchemaObject> include) {
        Set<SchemaObject> asked =
                wanted.definitions().stream().map(Definition::object).collect(Collectors.toSet());
        SortedSet<SchemaObject> found = new TreeSet<>();
        database.definitions().stream()
                .map(Definition::object)
                .filter(object -> OtherTool.of(object).isPresent() && !asked.contains(object) && include.test(object))
                .forEach(found::add);
        addNeeded(found, database, asked);
        database.dependencies().stream()
                .filter(one -> isOnTable(one.dependent().kind()) && found.contains(table(one.on())))
                .map(Dependency::dependent)
                .filter(object -> !asked.contains(object))
                .forEach(found::add);
        return new ToolTables(found);
    }

    /** Adds the functions that only a trigger of theirs calls and the types that only their columns have. */
    private static void addNeeded(Set<SchemaObject> found, Schema database, Set<SchemaObject> asked) {
        Map<SchemaObject, List<Dependency>> users =
                database.dependencies().stream().collect(Collectors.groupingBy(Dependency::on));
        Set<SchemaObject> more = new HashSet<>();
        do {
            more.clear();
            users.forEach((needed, dependencies) -> {
                boolean goesWith =
                        switch (needed.kind()) {
                            case FUNCTION, SEQUENCE, ENUM_TYPE, DOMAIN, COMPOSITE_TYPE, BASE_TYPE, RANGE_TYPE -> true;
                            case SCHEMA,
                                    EXTENSION,
                                    TABLE,
                                    COLUMN,
                                    CONSTRAINT,
                                    INDEX,
                                    VIEW,
                                    TRIGGER,
                                    LANGUAGE,
                                    ACCESS_METHOD,
                                    COLLATION,
                                    CONVERSION,
                                    FOREIGN_DATA_WRAPPER,
                                    SERVER,
                                    USER_MAPPING,
                                    AGGREGATE,
                                    OPERATOR,
                                    OPERATOR_FAMILY,
                                    OPERATOR_CLASS,
                                    CAST,
                                    TRANSFORM,
                                    TEXT_SEARCH_PARSER,
                                    TEXT_SEARCH_TEMPLATE,
                                    TEXT_SEARCH_DICTIONARY,
                                    TEXT_SEARCH_CONFIGURATION,
                                    FOREIGN_TABLE,
                                    STATISTICS,
                                    RULE,
                                    POLICY,
                                    PUBLICATION,
                                    PUBLICATION_TABLE,
                                    PUBLICATION_SCHEMA,
                                    EVENT_TRIGGER -> false;
                        };
                if (goesWith
                        && !asked.contains(needed)
                        && dependencies.stream().allMatch(one -> isIn(found, one.dependent()))) {
                    more.add(needed);
                }
            });
        } while (found.addAll(more));
    }

    /** Returns whether it is about a table although it has a name of its own. */
    private static boolean isOnTable(ObjectKind kind) {
        return kind == ObjectKind.STATISTICS || kind == ObjectKind.PUBLICATION_TABLE;
    }

    private static SchemaObject table(SchemaObject object) {
        return SchemaObject.of(ObjectKind.TABLE, object.name());
    }

    private static boolean isIn(Set<SchemaObject> found, SchemaObject object) {
        return found.contains(object)
                || object.kind().isOnTable()
                        && (found.contains(SchemaObject.of(ObjectKind.TABLE, object.name()))
                                || found.contains(SchemaObject.of(ObjectKind.VIEW, object.name())));
    }

    /** Returns options by which they are not compared. */
    public DiffOptions excludedFrom(DiffOptions options) {
        return options.withInclude(options.include().and(object -> !objects.contains(object)));
    }

    /** Returns them by name, for people: {@code table flyway_schema_history}. */
    public List<String> names() {
        return objects.stream().map(SchemaObject::toString).toList();
    }

    /** Says what was left out, for people; empty where that is nothing. */
    Optional<String> text() {
        Map<OtherTool, List<SchemaObject>> tools = new EnumMap<>(OtherTool.class);
        objects.forEach(
                object -> OtherTool.of(object).ifPresent(tool -> tools.computeIfAbsent(tool, key -> new ArrayList<>())
                        .add(object)));
        if (tools.isEmpty()) {
            return Optional.empty();
        }
        String all = tools.entrySet().stream()
                .map(entry -> CappedList.of(tables(entry.getValue())) + " ("
                        + entry.getKey().product() + ")")
                .collect(Collectors.joining("; "));
        return Optional.of("Left out: tables of other tools: " + all
                + ". Compare them with `migration.autogenerate.compare-tool-tables=true`.");
    }

    /** Returns the names of the tables; other objects are named only if there are no tables. */
    private static List<String> tables(List<SchemaObject> objects) {
        List<String> tables = objects.stream()
                .filter(object -> object.kind() == ObjectKind.TABLE)
                .map(object -> object.name().toString())
                .toList();
        return tables.isEmpty() ? objects.stream().map(SchemaObject::toString).toList() : tables;
    }
}
