package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.plan.StampMode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migration stamp}. */
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
        String[] chosen = targets.toArray(String[]::new);
        StampMode mode = purge ? StampMode.PURGE : StampMode.MOVE;
        if (options.sql) {
            output.out().print(migrations.sql().stamp(Usage.notPurged(purge, chosen)));
        } else if (options.plan) {
            output.result(migrations.planStamp(mode, chosen).toString());
        } else {
            Reports.print(output, migrations.stamp(mode, chosen));
        }
        return ExitCodes.DONE;
    }
}
