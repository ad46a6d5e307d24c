package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;
import picocli.CommandLine.Option;

/** Runs {@code migration heads}. */
@picocli.CommandLine.Command(name = "heads", description = "Show the heads of the scripts.")
final class HeadsCommand extends Command {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show their headers.")
    private boolean verbose;

    @Option(names = "--resolve-dependencies", description = "Leave out heads that another revision depends on.")
    private boolean resolveDependencies;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    HeadsCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        ScriptDirectory directory = migrations().scripts();
        List<RevisionId> heads = resolveDependencies
                ? directory.graph().realHeads()
                : directory.graph().heads();
        if (json) {
            output.json(Texts.of(heads));
            return ExitCodes.DONE;
        }
        RevisionText text = new RevisionText(directory, List.of());
        heads.forEach(head -> output.styled(verbose ? text.verbose(head) : text.line(head)));
        return ExitCodes.DONE;
    }
}
