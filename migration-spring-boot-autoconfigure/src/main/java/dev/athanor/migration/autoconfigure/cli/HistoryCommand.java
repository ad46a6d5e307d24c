package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.json.JsonTree;
import dev.athanor.migration.autoconfigure.json.RevisionDescriptor;
import dev.athanor.migration.drawing.DotGraph;
import dev.athanor.migration.drawing.GraphView;
import dev.athanor.migration.drawing.Marks;
import dev.athanor.migration.drawing.MermaidGraph;
import dev.athanor.migration.drawing.TextGraph;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.TargetRange;
import dev.athanor.migration.graph.TargetResolver;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.VerifiedRevisions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Runs {@code migration history}. */
@picocli.CommandLine.Command(name = "history", description = "List the revisions, newest first.")
final class HistoryCommand extends Command {

    /** Holds how the history is shown; without any option, as lines. */
    static final class Form {

        @Option(
                names = {"-v", "--verbose"},
                description = "Show their headers.")
        boolean verbose;

        @Option(names = "--graph", description = "Draw the graph.")
        boolean graph;

        @Option(names = "--mermaid", description = "Write the graph in Mermaid's language.")
        boolean mermaid;

        @Option(names = "--dot", description = "Write the graph in Graphviz's language.")
        boolean dot;

        @Option(names = "--json", description = "Print JSON.")
        boolean json;

        boolean draws() {
            return graph || mermaid || dot;
        }
    }

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "A:B",
            description = "From A to B, both included; either may be left out. Also `current`.")
    private @Nullable String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark what the database is at, and what is pending.")
    private boolean indicateCurrent;

    @Option(
            names = "--applied",
            description = "List what was done to the database instead: who, when, where, how long, with what outcome.")
    private boolean applied;

    @ArgGroup
    private Form form = new Form();

    HistoryCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        if (applied) {
            Usage.withApplied(range != null || indicateCurrent || form.draws());
            print(output, new AppliedHistory(migrations.history()));
            return ExitCodes.DONE;
        }
        ScriptDirectory directory = migrations.scripts();
        Optional<CurrentHeads> rows = asksTheDatabase() ? Optional.of(migrations.current()) : Optional.empty();
        List<RevisionId> ids = ids(directory.graph(), rows.orElse(CurrentHeads.NONE));
        if (form.json) {
            VerifiedRevisions verified = migrations.verified();
            output.json(JsonTree.of(ids.stream()
                    .map(directory::script)
                    .map(script -> RevisionDescriptor.header(script, verified.proof(script)))
                    .toList()));
        } else if (form.draws()) {
            draw(output, directory, ids, rows);
        } else {
            list(output, text(directory, rows), ids);
        }
        return ExitCodes.DONE;
    }

    private void print(Output output, AppliedHistory history) {
        if (form.json) {
            output.json(history.json());
        } else if (form.verbose) {
            history.printVerbose(output);
        } else {
            history.print(output);
        }
    }

    private boolean asksTheDatabase() {
        return indicateCurrent || range != null && range.contains("current");
    }

    private List<RevisionId> ids(RevisionGraph graph, CurrentHeads rows) {
        return range == null ? graph.history() : new TargetResolver(graph, rows).history(TargetRange.parse(range));
    }

    private RevisionText text(ScriptDirectory directory, Optional<CurrentHeads> rows) {
        List<RevisionId> marked =
                indicateCurrent ? rows.orElse(CurrentHeads.NONE).ids() : List.of();
        return new RevisionText(directory, marked, migrations().verified());
    }

    private void list(Output output, RevisionText text, List<RevisionId> ids) {
        ids.forEach(id -> output.styled(form.verbose ? text.verbose(id) : text.step(id)));
    }

    private void draw(Output output, ScriptDirectory directory, List<RevisionId> ids, Optional<CurrentHeads> rows) {
        Marks marks = rows.map(known -> Marks.of(directory.graph(), known)).orElse(Marks.NONE);
        GraphView view = new GraphView(
                directory.graph(), ids, marks, id -> directory.script(id).subject());
        lines(output, view).forEach(output::result);
    }

    private List<String> lines(Output output, GraphView view) {
        if (form.mermaid) {
            return new MermaidGraph().lines(view);
        }
        return form.dot
                ? new DotGraph().lines(view)
                : new TextGraph(Colors.glyphs(), new Colors(output.ansi()), TerminalWidth.columns()).lines(view);
    }
}
