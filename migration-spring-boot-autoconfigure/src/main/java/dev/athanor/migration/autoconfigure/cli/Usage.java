package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import org.jspecify.annotations.Nullable;

/** Rules of usage that the command line's grammar cannot say. */
final class Usage {

    private Usage() {}

    /** Refuses {@code --purge} without a database: offline, the rows are not known. */
    static void notPurged(boolean purge) {
        if (purge) {
            throw new MigrationException(
                    "--purge and --sql do not go together: without the database, its rows are not known.",
                    "Leave one of them out.");
        }
    }

    /** Refuses the outcome of a statement without its revision. */
    static @Nullable String together(@Nullable String revision, boolean outcome) {
        if (revision == null && outcome) {
            throw new MigrationException(
                    "Of which revision is the statement?",
                    "Write `migration repair <revision> --statement-done`, or `--statement-not-done`.");
        }
        return revision;
    }

    /** Refuses one revision together with all of them. */
    static void oneOrAll(String revision, boolean all) {
        if (all) {
            throw new MigrationException(
                    "--all does not go with a revision: it accepts every changed script.",
                    "Leave one of them out: `migration repair " + revision + "` or `migration repair --all`.");
        }
    }

    /** Refuses options of a plan without the plan. */
    static void withPlan(boolean plan, boolean lint, boolean json) {
        if (!plan && (lint || json)) {
            String option = lint ? "--lint" : "--json";
            throw new MigrationException(
                    option + " goes with --plan only: it belongs to what would be done.",
                    "Write `migration upgrade --plan " + option + "`.");
        }
    }

    /** Refuses options of the graph together with the applied history. */
    static void withApplied(boolean others) {
        if (others) {
            throw new MigrationException(
                    "--applied goes with --verbose and --json only: it lists what was done, not how revisions hang together.",
                    "Leave the others out: `migration history --applied`.");
        }
    }
}
