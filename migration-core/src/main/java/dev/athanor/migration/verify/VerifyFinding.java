package dev.athanor.migration.verify;

import dev.athanor.migration.diff.ColumnOrderDifference;
import dev.athanor.migration.diff.Difference;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.witness.UndescribedDifference;

/**
 * Represents a finding that speaks against a revision's downgrade or is worth knowing. Its text is one line.
 *
 * @since 0.1.0
 */
public sealed interface VerifyFinding {

    /** Returns whether the downgrade counts as proven despite the finding. */
    default boolean lesser() {
        return false;
    }

    /** Reports an object that is left over, lost or changed. */
    record Differs(VerifyPhase after, Difference difference) implements VerifyFinding {
        @Override
        public String toString() {
            return "after the " + after.words() + ", " + words();
        }

        private String words() {
            if (difference.isAdded()) {
                return "left over: " + difference.object();
            }
            return difference.isRemoved() ? "lost: " + difference.object() : "changed: " + difference;
        }
    }

    /**
     * Reports columns in another order. PostgreSQL adds columns at the end, and few applications depend on the order.
     */
    record ColumnsMoved(VerifyPhase after, ColumnOrderDifference difference) implements VerifyFinding {
        @Override
        public boolean lesser() {
            return true;
        }

        @Override
        public String toString() {
            return "lesser: after the " + after.words() + ", " + difference;
        }
    }

    /** Reports a difference in the catalogs for which the comparison has no description. */
    record Undescribed(VerifyPhase after, UndescribedDifference difference) implements VerifyFinding {
        @Override
        public String toString() {
            return "after the " + after.words() + ", " + difference;
        }
    }

    /**
     * Reports that the server or the engine refused a statement.
     *
     * @param place the file, line and statement, or an empty string if no single place failed
     * @param words the message, in one line
     */
    record Failed(VerifyPhase during, RevisionId revision, String place, String words) implements VerifyFinding {
        @Override
        public String toString() {
            return "the " + during.words() + " of " + revision + " fails" + (place.isEmpty() ? "" : " at " + place)
                    + ": " + words;
        }
    }

    /** Reports that there is no downgrade to try. */
    record NoWayBack(RevisionId revision, Downgrade downgrade) implements VerifyFinding {

        /** Returns whether the revision itself declares that it is irreversible. */
        @Override
        public boolean lesser() {
            return downgrade instanceof Downgrade.Irreversible;
        }

        @Override
        public String toString() {
            return "the downgrade of " + revision + " " + words();
        }

        private String words() {
            return downgrade.accept(new Downgrade.Visitor<>() {
                @Override
                public String reversible(Downgrade.Reversible reversible) {
                    return "is missing";
                }

                @Override
                public String nothing(Downgrade.Nothing nothing) {
                    return "is missing";
                }

                @Override
                public String irreversible(Downgrade.Irreversible irreversible) {
                    return "is marked irreversible";
                }

                @Override
                public String empty(Downgrade.Empty empty) {
                    return "is empty";
                }

                @Override
                public String unreadable(Downgrade.Unreadable unreadable) {
                    return "cannot be read: " + unreadable.problems().get(0).describe();
                }

                @Override
                public String missing(Downgrade.Missing missing) {
                    return "is missing";
                }
            });
        }
    }

    /** Reports a revision that declares that there is nothing to take back although there is. */
    record NotNothing(RevisionId revision) implements VerifyFinding {
        @Override
        public String toString() {
            return "the downgrade of " + revision + " is marked `nothing`, and its upgrade changes the schema";
        }
    }

    /** Reports that a needed revision could not be applied. */
    record NotReached(RevisionId needed) implements VerifyFinding {
        @Override
        public String toString() {
            return "not tried: " + needed + ", which it needs, could not be applied";
        }
    }

    /**
     * Reports that a new database was needed in which a revision failed that had run before, usually because of a role,
     * which belongs to the server.
     */
    record NotRebuilt(RevisionId revision, String words) implements VerifyFinding {
        @Override
        public String toString() {
            return "not tried: a new database was needed, and in it the upgrade of " + revision
                    + " fails, which had run before: " + words;
        }
    }
}
