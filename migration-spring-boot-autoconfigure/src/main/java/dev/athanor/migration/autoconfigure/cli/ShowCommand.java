package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetResolver;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.VerifiedRevisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migration show}. */
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
        Heads rows = revision.contains("current") ? migrations.current() : Heads.NONE;
        ScriptDirectory directory = migrations.scripts();
        try {
            return show(directory, ids(directory, rows), migrations.verified(), output);
        } catch (TargetException unknown) {
            return showRemembered(migrations, rows, unknown, output);
        }
    }

    /** What this build does not know, the history may remember. */
    private int showRemembered(Migrations migrations, Heads rows, TargetException unknown, Output output) {
        try {
            ScriptDirectory known = migrations.knownScripts();
            return show(known, ids(known, rows), VerifiedRevisions.NONE, output);
        } catch (TargetException | DatabaseException e) {
            unknown.addSuppressed(e);
            throw unknown;
        }
    }

    private List<RevisionId> ids(ScriptDirectory directory, Heads rows) {
        return new TargetResolver(directory.graph(), rows).show(Target.parse(revision));
    }

    private int show(ScriptDirectory directory, List<RevisionId> ids, VerifiedRevisions verified, Output output) {
        if (json) {
            output.json(
                    ids.stream().map(id -> json(directory.script(id), verified)).toList());
            return ExitCodes.DONE;
        }
        RevisionText text = new RevisionText(directory, List.of(), verified);
        for (RevisionId id : ids) {
            output.styled(text.verbose(id));
            output.result(sql(directory.script(id)));
        }
        return ExitCodes.DONE;
    }

    /** The sections as they are in the file. */
    private static String sql(RevisionScript script) {
        String file = script.file().text();
        int sections = file.indexOf("-- @");
        return sections < 0 ? "" : file.substring(sections).stripTrailing() + "\n";
    }

    private static Map<String, Object> json(RevisionScript script, VerifiedRevisions verified) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", script.id().value());
        json.put("message", script.message());
        json.put("script", script.file().location());
        json.put("checksum", script.checksum().value());
        verified.proof(script).ifPresent(proof -> json.put("downgrade", proof.word()));
        json.put("sql", sql(script));
        return json;
    }
}
