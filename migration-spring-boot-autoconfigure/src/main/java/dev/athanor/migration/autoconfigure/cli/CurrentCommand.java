package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Runs {@code migration current}. */
@picocli.CommandLine.Command(name = "current", description = "Show the revisions that the database is at.")
final class CurrentCommand extends Command {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show their headers.")
    private boolean verbose;

    @Option(
            names = {"-c", "--check-heads"},
            description = "Exit with 3 unless the database is at the heads.")
    private boolean checkHeads;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    CurrentCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        ScriptDirectory directory = migrations.scripts();
        CurrentHeads rows = migrations.current();
        if (json) {
            output.json(Map.of("current", Texts.of(rows.ids())));
        } else {
            print(output, directory, rows);
        }
        return checkHeads ? check(output, directory.graph(), rows) : ExitCodes.DONE;
    }

    private void print(Output output, ScriptDirectory directory, CurrentHeads rows) {
        if (rows.isEmpty()) {
            output.say("The database has no revision: it is at base.");
        }
        List<RevisionId> unknown = directory.graph().unknown(rows);
        RevisionText text = new RevisionText(directory, List.of());
        unknown.forEach(id -> output.result(id + " (not a revision of this build)"));
        CurrentHeads known = CurrentHeads.of(
                rows.ids().stream().filter(id -> !unknown.contains(id)).toList());
        directory.graph().current(known).forEach(id -> output.styled(verbose ? text.verbose(id) : text.marked(id)));
    }

    private static int check(Output output, RevisionGraph graph, CurrentHeads rows) {
        CurrentHeads heads = CurrentHeads.of(graph.realHeads());
        if (rows.equals(heads)) {
            return ExitCodes.DONE;
        }
        output.say("The database is at " + rows + ", the heads are " + heads + ".");
        return ExitCodes.NO;
    }
}
