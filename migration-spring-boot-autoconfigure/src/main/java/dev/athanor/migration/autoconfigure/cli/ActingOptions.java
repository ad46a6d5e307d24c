package dev.athanor.migration.autoconfigure.cli;

import picocli.CommandLine.Option;

/** Holds how an acting command acts: for real, as SQL text, or as a plan. */
final class ActingOptions {

    @Option(names = "--sql", description = "Print the SQL, for somebody else to run; the database is not asked.")
    boolean sql;

    @Option(names = "--plan", description = "Print what would be done, and do nothing.")
    boolean plan;
}
