package dev.athanor.migration.autoconfigure.cli;

import static dev.athanor.migration.plan.Command.UPGRADE;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.plan.MigrationPlan;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code migration upgrade}. */
@picocli.CommandLine.Command(name = "upgrade", description = "Apply what the targets need and the database lacks.")
final class UpgradeCommand extends Command {

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            description = "heads, head, an id or the beginning of one, a branch label, +1, ae10+2, label@head ...; with"
                    + " --sql also FROM:TO. Without one, migration.target.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = {"-v", "--verbose"},
            description = "With --plan: every statement as it would be sent.")
    private boolean verbose;

    @ArgGroup
    private ActingOptions options = new ActingOptions();

    UpgradeCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        if (options.sql) {
            output.out().print(migrations.sql().of(UPGRADE, targets));
        } else if (options.plan) {
            MigrationPlan plan = migrations.plan(migrations.request(UPGRADE, targets));
            output.result(verbose ? migrations.explain(plan) : plan.toString());
        } else {
            Reports.print(output, migrations.run(migrations.request(UPGRADE, targets)));
        }
        return ExitCodes.DONE;
    }
}
