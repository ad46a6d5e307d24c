package dev.athanor.migration.autoconfigure.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Holds the options of every command. */
final class CommandOptions {

    @Option(names = "--database", paramLabel = "NAME", description = "Which database, where there are several.")
    @Nullable String database;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.", defaultValue = "auto")
    Output.Color color = Output.Color.AUTO;

    @Option(names = "--stacktrace", description = "Show the stack trace of a failure.")
    boolean stacktrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
