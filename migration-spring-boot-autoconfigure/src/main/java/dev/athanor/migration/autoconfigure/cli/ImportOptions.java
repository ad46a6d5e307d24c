package dev.athanor.migration.autoconfigure.cli;

import picocli.CommandLine.Option;

/** Holds the options of every import. */
final class ImportOptions {

    @Option(names = "--dry-run", description = "Print what would be done, and write nothing.")
    boolean dryRun;

    @Option(
            names = "--skip-proof",
            description = "Do not build the revisions in a throw-away database to compare it with this one.")
    boolean skipProof;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;
}
