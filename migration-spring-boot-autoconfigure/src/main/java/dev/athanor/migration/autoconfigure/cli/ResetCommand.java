package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;

/** Runs {@code migration reset}. */
@picocli.CommandLine.Command(
        name = "reset",
        description = "Downgrade to base and upgrade again. Destroys data: refused unless migration.allow-reset=true.")
final class ResetCommand extends Command {

    ResetCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        if (scope().properties().allowReset()) {
            say(output, migrations);
        }
        Reports.print(output, migrations.reset());
        return ExitCodes.DONE;
    }

    private static void say(Output output, Migrations migrations) {
        output.say(
                migrations.planDowngrade("base") + "\nwhat these revisions hold is destroyed, then made again, empty");
    }
}
