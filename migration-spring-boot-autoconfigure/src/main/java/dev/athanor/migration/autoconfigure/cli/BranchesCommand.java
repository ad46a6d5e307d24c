package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Runs {@code migration branches}. */
@picocli.CommandLine.Command(name = "branches", description = "Show the branch points and what branches off there.")
final class BranchesCommand extends Command {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show their headers.")
    private boolean verbose;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    BranchesCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        ScriptDirectory directory = migrations().scripts();
        List<RevisionId> points = directory.graph().branchPoints();
        if (json) {
            Map<String, Object> branches = new LinkedHashMap<>();
            points.forEach(point -> branches.put(point.value(), Texts.of(children(directory, point))));
            output.json(branches);
            return ExitCodes.DONE;
        }
        RevisionText text = new RevisionText(directory, List.of());
        for (RevisionId point : points) {
            output.styled(verbose ? text.verbose(point) : text.line(point));
            children(directory, point).forEach(child -> output.styled("    -> " + text.line(child)));
        }
        return ExitCodes.DONE;
    }

    private static List<RevisionId> children(ScriptDirectory directory, RevisionId point) {
        return directory.graph().children(point, EdgeKind.DOWN_REVISIONS);
    }
}
