package dev.athanor.migration.autoconfigure.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs {@code migration import} without a tool. */
@CommandLine.Command(
        name = "import",
        description = "Take over a database that another tool has migrated: its files, its history, and where it is.")
final class ImportCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    /** Returns the command with one subcommand for each tool. */
    static CommandLine line(CommandScope scope) {
        return new CommandLine(new ImportCommand())
                .addSubcommand(new ImportFlywayCommand(scope))
                .addSubcommand(new ImportAlembicCommand(scope));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "From which tool?");
        }
    }
}
