package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.runner.RepairOutcome;
import dev.athanor.migration.runner.StatementOutcome;
import dev.athanor.migration.standing.ChangedScript;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code migration repair}. */
@picocli.CommandLine.Command(
        name = "repair",
        description = {
            "Accept applied scripts that have been changed since: the history records them as they are now.",
            "Without a revision: list them with what differs, and ask. Exit with 3 if nothing was accepted.",
            "With a revision: accept that script only; where it did not finish (transaction=none), begin it anew, or tell"
                    + " what became of its statement whose outcome is in doubt."
        })
final class RepairCommand extends Command {

    /** Holds what a user found out about a statement. */
    static final class Finding {

        @Option(names = "--statement-done", required = true, description = "The statement has been carried out.")
        boolean done;

        @Option(names = "--statement-not-done", required = true, description = "It has not: run it again.")
        boolean notDone;
    }

    @Option(names = "--all", description = "Accept every changed script without asking.")
    private boolean all;

    @Parameters(arity = "0..1", paramLabel = "REVISION", description = "The revision to repair; no other is touched.")
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
            Usage.oneOrAll(id, all);
            return finding == null ? repair(output, id) : statement(output, id, finding);
        }
        Migrations migrations = migrations();
        List<ChangedScript> changed = migrations.changedScripts();
        if (changed.isEmpty()) {
            output.result("nothing to repair");
            return ExitCodes.DONE;
        }
        changed.forEach(script -> output.result(script.complete()));
        if (!all && !agreed(output, changed)) {
            return ExitCodes.NO;
        }
        changed.forEach(script -> repair(output, script.script().id().value()));
        return ExitCodes.DONE;
    }

    /** Returns whether the user agreed; without a terminal, nobody can be asked. */
    private static boolean agreed(Output output, List<ChangedScript> changed) {
        String scripts = changed.size() == 1 ? "this script" : "these " + changed.size() + " scripts";
        Optional<String> answer = Terminal.ask("Accept " + scripts + " as written now? [y/N] ");
        if (answer.filter(text -> text.strip().equalsIgnoreCase("y")).isPresent()) {
            return true;
        }
        output.say("Nothing was accepted. `migration repair "
                + changed.get(0).script().id() + "` accepts "
                + (changed.size() == 1 ? "it" : "the first of them") + ", `migration repair --all` accepts "
                + scripts + " without asking.");
        return false;
    }

    private int repair(Output output, String id) {
        Migrations migrations = migrations();
        if (migrations.repair(id) == RepairOutcome.BEGINS_ANEW) {
            output.result("noted: the next run begins " + id + " with its first statement");
        } else {
            migrations
                    .script(id)
                    .ifPresent(script -> output.result("accepted " + script.describe() + ", "
                            + script.file().location()));
        }
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
