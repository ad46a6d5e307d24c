package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;

/** Rules of usage that the command line's grammar cannot say. */
final class Usage {

    private Usage() {}

    /** Offline, one target or range. */
    static String single(String... targets) {
        if (targets.length != 1) {
            throw new MigrationException(
                    "--sql takes one target or range, not " + targets.length + ".",
                    "Write them one at a time: `migration upgrade <from>:<to> --sql`.");
        }
        return targets[0];
    }

    /** Offline, nobody knows which rows there are. */
    static String[] notPurged(boolean purge, String... targets) {
        if (purge) {
            throw new MigrationException(
                    "--purge and --sql do not go together: without the database, its rows are not known.",
                    "Leave one of them out.");
        }
        return targets;
    }
}
