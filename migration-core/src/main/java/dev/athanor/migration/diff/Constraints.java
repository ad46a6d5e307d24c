package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.IndexKey;
import java.util.List;
import java.util.Objects;

/** Provides what the kinds of constraints have in common. */
final class Constraints {

    private Constraints() {}

    static boolean isKey(Constraint constraint) {
        return constraint instanceof PrimaryKey || constraint instanceof Unique;
    }

    /** Returns whether the constraint creates an index of the same name. */
    static boolean hasIndex(Constraint constraint) {
        return isKey(constraint) || constraint instanceof Exclusion;
    }

    /**
     * Returns the columns of the constraint's own table; none for a check, whose columns the server reports as
     * dependencies.
     */
    static List<String> columns(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns();
        }
        if (constraint instanceof Unique unique) {
            return unique.columns();
        }
        if (constraint instanceof ForeignKey foreign) {
            return foreign.columns();
        }
        return constraint instanceof Exclusion exclusion
                ? columns(exclusion.elements().stream()
                        .map(Exclusion.Element::key)
                        .toList())
                : List.of();
    }

    static List<String> columns(Index index) {
        return columns(index.keys());
    }

    private static List<String> columns(List<IndexKey> keys) {
        return keys.stream().map(IndexKey::column).filter(Objects::nonNull).toList();
    }

    /**
     * Returns the constraint without its name, its comment and its validation state, which do not matter for its
     * meaning.
     */
    static Constraint structure(Constraint constraint) {
        return validated(named(constraint, "").withComment(null));
    }

    private static Constraint validated(Constraint constraint) {
        if (constraint instanceof ForeignKey foreign) {
            return foreign.withValidated(true);
        }
        return constraint instanceof Check check ? check.withValidated(true) : constraint;
    }

    static boolean isValidated(Constraint constraint) {
        return constraint instanceof ForeignKey foreign
                ? foreign.validated()
                : !(constraint instanceof Check check) || check.validated();
    }

    /** Returns a foreign key or a check as {@code NOT VALID}, so that existing rows need not satisfy it yet. */
    static Constraint notValid(Constraint constraint) {
        if (constraint instanceof ForeignKey foreign) {
            return foreign.withValidated(false);
        }
        return constraint instanceof Check check ? check.withValidated(false) : constraint;
    }

    static Constraint named(Constraint constraint, String name) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(name, key.columns(), key.include(), key.deferrability(), key.comment());
        }
        if (constraint instanceof Unique unique) {
            return new Unique(
                    name,
                    unique.columns(),
                    unique.include(),
                    unique.nullsNotDistinct(),
                    unique.deferrability(),
                    unique.comment());
        }
        if (constraint instanceof ForeignKey foreign) {
            return named(foreign, name);
        }
        if (constraint instanceof Check check) {
            return new Check(name, check.expression(), check.noInherit(), check.validated(), check.comment());
        }
        return named((Exclusion) constraint, name);
    }

    private static Constraint named(ForeignKey foreign, String name) {
        return new ForeignKey(
                name,
                foreign.columns(),
                foreign.referencedTable(),
                foreign.referencedColumns(),
                foreign.matchFull(),
                foreign.onUpdate(),
                foreign.onDelete(),
                foreign.onDeleteColumns(),
                foreign.deferrability(),
                foreign.validated(),
                foreign.comment());
    }

    private static Constraint named(Exclusion exclusion, String name) {
        return new Exclusion(
                name,
                exclusion.method(),
                exclusion.elements(),
                exclusion.include(),
                exclusion.predicate(),
                exclusion.deferrability(),
                exclusion.comment());
    }

    static Index structure(Index index) {
        return index.withName("").withComment(null);
    }
}
