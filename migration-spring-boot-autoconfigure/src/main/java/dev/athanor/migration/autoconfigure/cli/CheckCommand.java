package dev.athanor.migration.autoconfigure.cli;

import picocli.CommandLine.Option;

/** Runs {@code migration check}. */
@picocli.CommandLine.Command(
        name = "check",
        description = "Compare the database with the schema that the application wants. Exit with 3 if they differ.")
final class CheckCommand extends Command {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    CheckCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        return Comparing.print(
                output, migrations().comparisons(scope().comparison()).check(scope().wantedSchema()), json);
    }
}
