package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.plan.MigrationPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code migration downgrade}. */
@picocli.CommandLine.Command(name = "downgrade", description = "Take back what is applied above the target.")
final class DowngradeCommand extends Command {

    @Parameters(
            paramLabel = "TARGET",
            description = "base, an id or the beginning of one, -1, label@base, label@-1 ...; with --sql FROM:TO.")
    private String target = "";

    @Option(
            names = {"-v", "--verbose"},
            description = "With --plan: every statement as it would be sent.")
    private boolean verbose;

    @ArgGroup
    private ActingOptions options = new ActingOptions();

    DowngradeCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        if (options.sql) {
            output.out().print(migrations.sql().downgrade(target));
        } else if (options.plan) {
            MigrationPlan plan = migrations.planDowngrade(target);
            output.result(verbose ? migrations.explain(plan) : plan.toString());
        } else {
            Reports.print(output, migrations.downgrade(target));
        }
        return ExitCodes.DONE;
    }
}
