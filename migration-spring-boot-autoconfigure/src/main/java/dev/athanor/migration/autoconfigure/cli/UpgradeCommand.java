package dev.athanor.migration.autoconfigure.cli;

import static dev.athanor.migration.plan.Command.UPGRADE;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.json.JsonTree;
import dev.athanor.migration.autoconfigure.json.PlanDescriptor;
import dev.athanor.migration.lint.LintText;
import dev.athanor.migration.lint.LintedPlan;
import dev.athanor.migration.plan.MigrationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Option(
            names = "--lint",
            description = "With --plan: what the statements do to a running system, as `lint` finds it in a throw-away"
                    + " database.")
    private boolean lint;

    @Option(names = "--json", description = "With --plan: print JSON.")
    private boolean json;

    @ArgGroup
    private ActingOptions options = new ActingOptions();

    UpgradeCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Usage.withPlan(options.plan, lint, json);
        Migrations migrations = migrations();
        if (options.sql) {
            output.out().print(migrations.sql().of(UPGRADE, targets));
        } else if (options.plan) {
            print(output, migrations, migrations.plan(migrations.request(UPGRADE, targets)));
        } else {
            Reports.print(output, migrations.run(migrations.request(UPGRADE, targets)));
        }
        return ExitCodes.DONE;
    }

    private void print(Output output, Migrations migrations, MigrationPlan plan) {
        Optional<LintedPlan> linted = lint ? Optional.of(migrations.lint(plan)) : Optional.empty();
        if (json) {
            output.json(JsonTree.of(linted.map(PlanDescriptor::of).orElseGet(() -> PlanDescriptor.of(plan))));
            return;
        }
        output.result(verbose ? migrations.explain(plan) : plan.toString());
        linted.map(LintedPlan::report)
                .ifPresent(report -> output.result(LintText.plain().of(report)));
    }
}
