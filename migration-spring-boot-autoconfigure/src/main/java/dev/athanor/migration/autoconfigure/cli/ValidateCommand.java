package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.validation.ValidationReport;
import java.util.Map;
import picocli.CommandLine.Option;

/** Runs {@code migration validate}. */
@picocli.CommandLine.Command(
        name = "validate",
        description = "Look for everything that is wrong with the scripts. Exit with 3 if anything is.")
final class ValidateCommand extends Command {

    @Option(names = "--scripts-only", description = "Do not compare with what the database has applied.")
    private boolean scriptsOnly;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ValidateCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        ValidationReport report = scriptsOnly ? migrations.validateScripts() : migrations.validate();
        if (json) {
            output.json(report.findings().stream()
                    .map(finding -> Map.of("problem", finding.problem(), "action", finding.action()))
                    .toList());
        } else if (report.valid()) {
            int count = migrations.scripts().scripts().size();
            output.result(count + (count == 1 ? " revision" : " revisions") + ", nothing is wrong");
        } else {
            report.findings().forEach(finding -> output.result(finding.problem() + "\n    " + finding.action()));
        }
        return report.valid() ? ExitCodes.DONE : ExitCodes.NO;
    }
}
