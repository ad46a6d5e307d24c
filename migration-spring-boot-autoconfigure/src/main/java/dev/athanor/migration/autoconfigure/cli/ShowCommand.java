package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.json.JsonTree;
import dev.athanor.migration.autoconfigure.json.RevisionDescriptor;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetResolver;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.VerifiedRevisions;
import dev.athanor.migration.session.DatabaseException;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code migration show}. */
@picocli.CommandLine.Command(name = "show", description = "Show a revision: its header and its SQL.")
final class ShowCommand extends Command {

    @Parameters(
            paramLabel = "REVISION",
            description = "An id or the beginning of one, a branch label, head, current ...")
    private String revision = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ShowCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        CurrentHeads rows = revision.contains("current") ? migrations.current() : CurrentHeads.NONE;
        ScriptDirectory directory = migrations.scripts();
        try {
            return show(directory, ids(directory, rows), migrations.verified(), output);
        } catch (TargetException unknown) {
            return showRemembered(migrations, rows, unknown, output);
        }
    }

    /** Shows a revision that only the history remembers. */
    private int showRemembered(Migrations migrations, CurrentHeads rows, TargetException unknown, Output output) {
        try {
            ScriptDirectory known = migrations.knownScripts();
            return show(known, ids(known, rows), VerifiedRevisions.NONE, output);
        } catch (TargetException | DatabaseException e) {
            unknown.addSuppressed(e);
            throw unknown;
        }
    }

    private List<RevisionId> ids(ScriptDirectory directory, CurrentHeads rows) {
        return new TargetResolver(directory.graph(), rows).show(Target.parse(revision));
    }

    private int show(ScriptDirectory directory, List<RevisionId> ids, VerifiedRevisions verified, Output output) {
        if (json) {
            output.json(JsonTree.of(ids.stream()
                    .map(directory::script)
                    .map(script -> RevisionDescriptor.of(script, verified.proof(script)))
                    .toList()));
            return ExitCodes.DONE;
        }
        RevisionText text = new RevisionText(directory, List.of(), verified);
        for (RevisionId id : ids) {
            output.styled(text.verbose(id));
            output.result(RevisionDescriptor.sections(directory.script(id)));
        }
        return ExitCodes.DONE;
    }
}
