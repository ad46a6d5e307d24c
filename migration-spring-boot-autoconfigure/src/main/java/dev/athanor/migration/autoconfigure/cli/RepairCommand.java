package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.script.RevisionScript;
import java.util.List;

/** {@code migration repair}. */
@picocli.CommandLine.Command(
        name = "repair",
        description = "Accept applied scripts that have been changed since: the history records them as they are now.")
final class RepairCommand extends Command {

    RepairCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        List<RevisionScript> accepted = migrations().repair();
        if (accepted.isEmpty()) {
            output.result("nothing to repair");
        }
        accepted.forEach(script -> output.result(
                "accepted " + script.describe() + ", " + script.file().location()));
        return ExitCodes.DONE;
    }
}
