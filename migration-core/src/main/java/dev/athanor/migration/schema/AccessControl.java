package dev.athanor.migration.schema;

import dev.athanor.migration.schema.Grant.Grantee;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holds the owners and privileges in a schema.
 *
 * @param objects the objects whose owner is not the role that migrations run as, or whose privileges are not those that
 *     PostgreSQL gives
 * @param defaults the privileges that new objects get instead of those
 * @since 0.1.0
 */
public record AccessControl(Map<SchemaObject, Access> objects, Map<DefaultPrivileges.Key, List<Grant>> defaults) {

    /** Holds no privileges. */
    public static final AccessControl NONE = new AccessControl(Map.of(), Map.of());

    public AccessControl {
        objects = Collections.unmodifiableMap(new TreeMap<>(objects));
        defaults = Collections.unmodifiableMap(new TreeMap<>(defaults));
    }

    /** Returns the category of a kind; empty for kinds that have no privileges of their own. */
    public static Optional<Access.Category> category(ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW -> Optional.of(Access.Category.TABLES);
            case SEQUENCE -> Optional.of(Access.Category.SEQUENCES);
            case FUNCTION -> Optional.of(Access.Category.FUNCTIONS);
            case ENUM_TYPE, DOMAIN, COMPOSITE_TYPE -> Optional.of(Access.Category.TYPES);
            case SCHEMA -> Optional.of(Access.Category.SCHEMAS);
            case EXTENSION,
                    LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    BASE_TYPE,
                    RANGE_TYPE,
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
                    COLUMN,
                    CONSTRAINT,
                    INDEX,
                    FOREIGN_TABLE,
                    STATISTICS,
                    TRIGGER,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> Optional.empty();
        };
    }

    /** Returns who owns an object and who may use it; empty for kinds that have no privileges of their own. */
    public Optional<Access> of(SchemaObject object) {
        return category(object.kind())
                .map(category ->
                        Objects.requireNonNullElseGet(objects.get(object), () -> new Access(null, builtIn(category))));
    }

    /** Returns what an object gets that the role creates which migrations run as. */
    public Optional<Access> initial(SchemaObject object) {
        return category(object.kind()).map(category -> new Access(null, initial(object, category)));
    }

    private List<Grant> initial(SchemaObject object, Access.Category category) {
        String schema = Objects.requireNonNullElse(object.name().schema(), "");
        DefaultPrivileges.Key everywhere =
                new DefaultPrivileges.Key(Optional.empty(), DefaultPrivileges.Key.EVERYWHERE, category);
        List<Grant> grants =
                new ArrayList<>(Objects.requireNonNullElseGet(defaults.get(everywhere), () -> builtIn(category)));
        grants.addAll(Objects.requireNonNullElse(
                defaults.get(new DefaultPrivileges.Key(Optional.empty(), schema, category)), List.of()));
        return grants;
    }

    /**
     * Returns the privileges that PostgreSQL gives for a new object. An owner can maintain a table in each version,
     * although this is a privilege since version 17 only.
     */
    public static List<Grant> builtIn(Access.Category category) {
        return switch (category) {
            case TABLES ->
                ofOwner("DELETE", "INSERT", "MAINTAIN", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE");
            case SEQUENCES -> ofOwner("SELECT", "UPDATE", "USAGE");
            case FUNCTIONS -> withPublic("EXECUTE");
            case TYPES -> withPublic("USAGE");
            case SCHEMAS -> ofOwner("CREATE", "USAGE");
        };
    }

    private static List<Grant> ofOwner(String... privileges) {
        return Stream.of(privileges)
                .map(privilege -> new Grant(Grantee.OWNER, privilege, null, false))
                .toList();
    }

    private static List<Grant> withPublic(String privilege) {
        return List.of(
                new Grant(Grantee.OWNER, privilege, null, false), new Grant(Grantee.PUBLIC, privilege, null, false));
    }

    /** Returns what new objects get, which is what PostgreSQL gives where nothing else is said. */
    public List<Grant> defaults(DefaultPrivileges.Key key) {
        List<Grant> known = defaults.get(key);
        if (known != null) {
            return known;
        }
        return key.isEverywhere() ? builtIn(key.category()) : List.of();
    }
}
