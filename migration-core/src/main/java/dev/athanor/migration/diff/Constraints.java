package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.NotNull;
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
        if (constraint instanceof NotNull notNull) {
            return List.of(notNull.column());
        }
        return constraint instanceof Exclusion exclusion
                ? columns(exclusion.elements().stream()
                        .map(Exclusion.Element::key)
                        .toList())
                : List.of();
    }

    /** Returns the columns that the constraint's index holds besides its keys. */
    static List<String> included(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.include();
        }
        if (constraint instanceof Unique unique) {
            return unique.include();
        }
        return constraint instanceof Exclusion exclusion ? exclusion.include() : List.of();
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
        return validated(bare(constraint), true);
    }

    static boolean isValidated(Constraint constraint) {
        if (constraint instanceof ForeignKey foreign) {
            return foreign.validated();
        }
        if (constraint instanceof NotNull notNull) {
            return notNull.validated();
        }
        return !(constraint instanceof Check check) || check.validated();
    }

    /** Returns whether new rows are checked. */
    static boolean isEnforced(Constraint constraint) {
        return constraint instanceof ForeignKey foreign
                ? foreign.enforced()
                : !(constraint instanceof Check check) || check.enforced();
    }

    /** Returns whether the constraint can be {@code NOT VALID}, so that existing rows need not satisfy it yet. */
    static boolean canBeNotValid(Constraint constraint) {
        return isEnforced(constraint)
                && (constraint instanceof ForeignKey || constraint instanceof Check || constraint instanceof NotNull);
    }

    /** Returns a constraint {@code NOT VALID} or not, if it can be that. */
    static Constraint validated(Constraint constraint, boolean validated) {
        if (constraint instanceof ForeignKey foreign) {
            return foreign.withValidated(validated);
        }
        if (constraint instanceof NotNull notNull) {
            return notNull.withValidated(validated);
        }
        return constraint instanceof Check check ? check.withValidated(validated) : constraint;
    }

    static Constraint named(Constraint constraint, String name) {
        return constraint.withName(name);
    }

    /** Returns whether {@code ALTER CONSTRAINT} changes the one into the other, besides name and comment. */
    static boolean isAlterable(Constraint from, Constraint to) {
        if (from instanceof ForeignKey before && to instanceof ForeignKey after) {
            return before.enforced() != after.enforced()
                    && before.validated()
                    && bare(before.withEnforced(true)).equals(bare(after.withEnforced(true)));
        }
        return from instanceof NotNull before
                && to instanceof NotNull after
                && before.noInherit() != after.noInherit()
                && bare(before.withNoInherit(true)).equals(bare(after.withNoInherit(true)));
    }

    private static Constraint bare(Constraint constraint) {
        return named(constraint, "").withComment(null);
    }

    static Index structure(Index index) {
        return index.withName("").withComment(null);
    }
}
