package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.source.NewRevisions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migration revision}. */
@picocli.CommandLine.Command(
        name = "revision",
        description = "Write a new revision into the source folder (migration.directory).")
final class RevisionCommand extends Command {

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    @Option(
            names = "--head",
            paramLabel = "TARGET",
            description = "What it revises: a head, or base for a new base; several for a merge point.")
    private List<String> heads = new ArrayList<>();

    @Option(names = "--depends-on", paramLabel = "TARGET", description = "What must be applied before it as well.")
    private List<String> dependsOn = new ArrayList<>();

    RevisionCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        NewRevisions revisions = SourceFolders.of(scope());
        output.result(revisions
                .create(
                        revisions.directory(),
                        options.request(heads)
                                .dependsOn(dependsOn.toArray(String[]::new))
                                .build())
                .path()
                .toString());
        return ExitCodes.DONE;
    }
}
