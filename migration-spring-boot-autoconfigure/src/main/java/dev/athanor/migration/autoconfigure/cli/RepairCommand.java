package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.runner.StatementOutcome;
import dev.athanor.migration.script.RevisionScript;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code migration repair}. */
@picocli.CommandLine.Command(
        name = "repair",
        description = {
            "Accept applied scripts that have been changed since: the history records them as they are now.",
            "With a revision that did not finish (transaction=none): begin it anew, or tell what became of its statement"
                    + " whose outcome is in doubt."
        })
final class RepairCommand extends Command {

    /** Holds what a user found out about a statement. */
    static final class Finding {

        @Option(names = "--statement-done", required = true, description = "The statement has been carried out.")
        boolean done;

        @Option(names = "--statement-not-done", required = true, description = "It has not: run it again.")
        boolean notDone;
    }

    @Parameters(arity = "0..1", paramLabel = "REVISION", description = "A revision that did not finish.")
    private @Nullable String revision;

    @ArgGroup
    private @Nullable Finding finding;

    RepairCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        String id = Usage.together(revision, finding != null);
        if (id != null) {
            return finding == null ? forget(output, id) : statement(output, id, finding);
        }
        List<RevisionScript> accepted = migrations().repair();
        if (accepted.isEmpty()) {
            output.result("nothing to repair");
        }
        accepted.forEach(script -> output.result(
                "accepted " + script.describe() + ", " + script.file().location()));
        return ExitCodes.DONE;
    }

    private int forget(Output output, String id) {
        migrations().repairUnfinished(id);
        output.result("noted: the next run begins " + id + " with its first statement");
        return ExitCodes.DONE;
    }

    private int statement(Output output, String id, Finding known) {
        Migrations migrations = migrations();
        StatementOutcome outcome = known.done ? StatementOutcome.DONE : StatementOutcome.NOT_DONE;
        migrations.repairStatement(id, outcome);
        output.result("noted: the next run goes on " + (known.done ? "after" : "with") + " that statement of " + id);
        return ExitCodes.DONE;
    }
}
