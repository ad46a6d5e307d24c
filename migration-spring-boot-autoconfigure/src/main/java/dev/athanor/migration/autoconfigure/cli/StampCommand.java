package dev.athanor.migration.autoconfigure.cli;

import static dev.athanor.migration.plan.Command.STAMP;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.StampMode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code migration stamp}. */
@picocli.CommandLine.Command(name = "stamp", description = "Set the version table without running anything.")
final class StampCommand extends Command {

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "head, heads, base, ids, branch labels ...")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--purge", description = "Forget the rows first, whatever they are.")
    private boolean purge;

    @ArgGroup
    private ActingOptions options = new ActingOptions();

    StampCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        if (options.sql) {
            Usage.notPurged(purge);
            output.out().print(migrations.sql().of(STAMP, targets));
        } else if (options.plan) {
            output.result(migrations.plan(request(migrations)).toString());
        } else {
            Reports.print(output, migrations.run(request(migrations)));
        }
        return ExitCodes.DONE;
    }

    private MigrationRequest request(Migrations migrations) {
        MigrationRequest request = migrations.request(STAMP, targets);
        return purge ? new MigrationRequest.Stamp(request.targets(), StampMode.PURGE) : request;
    }
}
