package dev.athanor.migration.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds what {@code ALTER DEFAULT PRIVILEGES} says about the objects that a role will create.
 *
 * @param key which objects they are about
 * @param grants the privileges: all of them where they are about every schema, otherwise those in addition
 * @since 0.1.0
 */
public record DefaultPrivileges(Key key, List<Grant> grants) {

    public DefaultPrivileges {
        grants = Access.sorted(grants);
    }

    /**
     * Tells which objects the privileges are about.
     *
     * @param role the role that creates the objects; empty for the role that migrations run as
     * @param schema the schema; {@link #EVERYWHERE} for every schema, and empty for the schema that migrations run in
     * @param category the kind of the objects
     */
    public record Key(Optional<String> role, String schema, Access.Category category) implements Comparable<Key> {

        /** Stands for every schema. */
        public static final String EVERYWHERE = "*";

        private static final Comparator<Key> ORDER = Comparator.comparing((Key key) -> key.role.orElse(""))
                .thenComparing(Key::schema)
                .thenComparing(Key::category);

        /** Returns whether they are about every schema. */
        public boolean isEverywhere() {
            return schema.equals(EVERYWHERE);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
