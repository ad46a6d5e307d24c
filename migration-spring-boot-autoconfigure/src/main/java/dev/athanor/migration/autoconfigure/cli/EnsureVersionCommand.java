package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import picocli.CommandLine.Option;

/** Runs {@code migration ensure-version}. */
@picocli.CommandLine.Command(
        name = "ensure-version",
        description = "Create the version table and the history where they are missing.")
final class EnsureVersionCommand extends Command {

    @Option(names = "--sql", description = "Print the SQL, for somebody else to run; the database is not asked.")
    private boolean sql;

    EnsureVersionCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        if (sql) {
            output.out().print(migrations.sql().ensureVersion());
        } else {
            migrations.ensureVersion();
            output.result("the version table and the history are there");
        }
        return ExitCodes.DONE;
    }
}
