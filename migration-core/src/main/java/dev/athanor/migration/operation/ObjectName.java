package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.QualifiedName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names an object that can be renamed or commented on.
 *
 * @param name the name of the object, or of its table if the object is a part of one
 * @param member the name of a part of a table, or the arguments of a function; null for other objects
 * @since 0.1.0
 */
public record ObjectName(
        Kind kind, QualifiedName name, @Nullable String member) {

    public ObjectName {
        if (kind.hasMember() != (member != null)) {
            throw new MigrationException(
                    "The name of a " + kind.sql().toLowerCase(Locale.ROOT) + " is not whole: " + name + ".",
                    kind.hasMember() ? "Say which part of it." : "Leave the second name out.");
        }
    }

    /** Distinguishes the kinds of named objects. */
    public enum Kind {
        /** A table. */
        TABLE("TABLE", false),
        /** A column of a table. */
        COLUMN("COLUMN", true),
        /** A constraint of a table. */
        CONSTRAINT("CONSTRAINT", true),
        /** A constraint of a domain. */
        DOMAIN_CONSTRAINT("CONSTRAINT", true),
        /** An index. */
        INDEX("INDEX", false),
        /** An enum type or a composite type. */
        TYPE("TYPE", false),
        /** An attribute of a composite type. */
        ATTRIBUTE("ATTRIBUTE", true),
        /** A domain. */
        DOMAIN("DOMAIN", false),
        /** A sequence. */
        SEQUENCE("SEQUENCE", false),
        /** A view. */
        VIEW("VIEW", false),
        /** A materialized view. */
        MATERIALIZED_VIEW("MATERIALIZED VIEW", false),
        /** A function. */
        FUNCTION("FUNCTION", true),
        /** A procedure. */
        PROCEDURE("PROCEDURE", true),
        /** A trigger of a table or view. */
        TRIGGER("TRIGGER", true),
        /** An extension. */
        EXTENSION("EXTENSION", false),
        /** A schema. */
        SCHEMA("SCHEMA", false);

        private final String sql;
        private final boolean member;

        Kind(String sql, boolean member) {
            this.sql = sql;
            this.member = member;
        }

        /** Returns the name of the kind in SQL. */
        public String sql() {
            return sql;
        }

        /** Returns whether the kind takes two names. */
        public boolean hasMember() {
            return member;
        }
    }

    /** Creates the name of an object that is not part of another one. */
    public static ObjectName of(Kind kind, QualifiedName name) {
        return new ObjectName(kind, name, null);
    }

    /** Creates the name of a part of a table, view or domain, or of a function with its arguments. */
    public static ObjectName of(Kind kind, QualifiedName name, String member) {
        return new ObjectName(kind, name, member);
    }

    /** Creates the name of a schema. */
    public static ObjectName schema(String name) {
        return of(Kind.SCHEMA, QualifiedName.of(name));
    }

    /** Returns the name of the same object after a renaming. */
    ObjectName renamed(String to) {
        return member == null || isRoutine()
                ? new ObjectName(kind, name.sibling(to), member)
                : new ObjectName(kind, name, to);
    }

    /** Returns the last part of the name, which a renaming changes. */
    public String ownName() {
        return member == null || isRoutine() ? name.name() : member;
    }

    private boolean isRoutine() {
        return kind == Kind.FUNCTION || kind == Kind.PROCEDURE;
    }

    /** Returns a readable form. */
    @Override
    public String toString() {
        String words = kind.sql().toLowerCase(Locale.ROOT) + " ";
        if (member == null) {
            return words + name;
        }
        if (isRoutine()) {
            return words + name + "(" + member + ")";
        }
        return words + name + "." + member;
    }
}
