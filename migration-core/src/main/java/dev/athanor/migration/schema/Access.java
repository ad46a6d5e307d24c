package dev.athanor.migration.schema;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds who owns an object, and who may do what with it.
 *
 * @param owner the owner; null for the role that migrations run as
 * @param grants the privileges, sorted; who granted them is not recorded
 * @since 0.1.0
 */
public record Access(@Nullable String owner, List<Grant> grants) {

    public Access {
        grants = sorted(grants);
    }

    static List<Grant> sorted(Collection<Grant> grants) {
        return grants.stream().distinct().sorted().toList();
    }

    /** Groups the kinds of objects that have the same privileges. */
    public enum Category {
        /** Tables, views and materialized views. */
        TABLES,
        /** Sequences. */
        SEQUENCES,
        /** Functions and procedures. */
        FUNCTIONS,
        /** Types and domains. */
        TYPES,
        /** Schemas. */
        SCHEMAS
    }
}
