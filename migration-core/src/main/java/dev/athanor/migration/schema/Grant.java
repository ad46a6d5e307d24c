package dev.athanor.migration.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Represents one privilege on an object that a role has.
 *
 * @param grantee who has it
 * @param privilege what it allows, in SQL: {@code SELECT}
 * @param column the column of a table or view; null for the whole object
 * @param grantable whether the role may grant it to others ({@code WITH GRANT OPTION})
 * @since 0.1.0
 */
public record Grant(
        Grantee grantee, String privilege, @Nullable String column, boolean grantable) implements Comparable<Grant> {

    private static final Comparator<Grant> ORDER = Comparator.comparing(Grant::grantee)
            .thenComparing(Grant::privilege)
            .thenComparing(Grant::column, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(Grant::grantable);

    /** Returns the same privilege, grantable or not. */
    public Grant withGrantable(boolean other) {
        return new Grant(grantee, privilege, column, other);
    }

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }

    /**
     * Identifies who has a privilege.
     *
     * @param role the name of the role; empty for the owner and for all roles
     */
    public record Grantee(Kind kind, String role) implements Comparable<Grantee> {

        /** Stands for the owner of the object, whatever its name. */
        public static final Grantee OWNER = new Grantee(Kind.OWNER, "");

        /** Stands for all roles. */
        public static final Grantee PUBLIC = new Grantee(Kind.PUBLIC, "");

        /** Returns a role. */
        public static Grantee role(String name) {
            return new Grantee(Kind.ROLE, name);
        }

        @Override
        public int compareTo(Grantee other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? role.compareTo(other.role) : byKind;
        }

        /** Returns a readable form. */
        @Override
        public String toString() {
            return switch (kind) {
                case OWNER -> "the owner";
                case PUBLIC -> "PUBLIC";
                case ROLE -> role;
            };
        }

        /** Distinguishes the kinds of grantees. */
        public enum Kind {
            /** The owner of the object. */
            OWNER,
            /** All roles. */
            PUBLIC,
            /** One role. */
            ROLE
        }
    }
}
