package dev.athanor.migration.verify;

import dev.athanor.migration.diff.ColumnOrderDifference;
import dev.athanor.migration.diff.Difference;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Downgrade;

/**
 * One thing that speaks against a revision's way back, or that is worth knowing; its text is one line.
 *
 * @since 0.1.0
 */
public sealed interface VerifyFinding {

    /** Returns whether the way back counts as proven all the same. */
    default boolean lesser() {
        return false;
    }

    /** An object is not as it was: left over, lost or changed. */
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

    /** Columns are in another order: PostgreSQL adds them at the end, and few applications notice. */
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

    /** The schema is not as it was, in a way that the comparison has no words for. */
    record Unlike(VerifyPhase after) implements VerifyFinding {
        @Override
        public String toString() {
            return "after the " + after.words() + ", the schema is another one, in a detail that has no name";
        }
    }

    /**
     * The server or the engine refused.
     *
     * @param place file, line and statement; empty where it was at none
     * @param words what it said, in one line
     */
    record Failed(VerifyPhase during, RevisionId revision, String place, String words) implements VerifyFinding {
        @Override
        public String toString() {
            return "the " + during.words() + " of " + revision + " fails" + (place.isEmpty() ? "" : " at " + place)
                    + ": " + words;
        }
    }

    /** There is nothing to try. */
    record NoWayBack(RevisionId revision, Downgrade downgrade) implements VerifyFinding {

        /** Where the revision says so itself. */
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

    /** It says that there is nothing to take back, and there is. */
    record NotNothing(RevisionId revision) implements VerifyFinding {
        @Override
        public String toString() {
            return "the downgrade of " + revision + " is marked `nothing`, and its upgrade changes the schema";
        }
    }

    /** It needs a revision that could not be applied. */
    record NotReached(RevisionId needed) implements VerifyFinding {
        @Override
        public String toString() {
            return "not tried: " + needed + ", which it needs, could not be applied";
        }
    }

    /** A new database was needed, and there what had run before did not: mostly a role, which is the server's. */
    record NotRebuilt(RevisionId revision, String words) implements VerifyFinding {
        @Override
        public String toString() {
            return "not tried: a new database was needed, and in it the upgrade of " + revision
                    + " fails, which had run before: " + words;
        }
    }
}
