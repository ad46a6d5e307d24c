package dev.athanor.migration.autoconfigure.cli;

import picocli.CommandLine.Option;

/** Runs {@code migration drift}. */
@picocli.CommandLine.Command(
        name = "drift",
        description = "Compare the database with what its own revisions make, in a throw-away database. Exit with 3 if"
                + " they differ.")
final class DriftCommand extends Command {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DriftCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        return Comparing.print(
                output, migrations().comparisons(scope().comparison()).drift(), json);
    }
}
