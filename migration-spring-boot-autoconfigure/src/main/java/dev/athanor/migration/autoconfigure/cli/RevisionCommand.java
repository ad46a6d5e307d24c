package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.source.WrittenRevision;
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

    @Option(names = "--java", description = "Write it in Java, into migration.java-directory.")
    private boolean java;

    RevisionCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        output.result(create(SourceFolders.of(scope())).path().toString());
        return ExitCodes.DONE;
    }

    private WrittenRevision create(SourceFolders folders) {
        RevisionRequest request = options.request(heads)
                .dependsOn(dependsOn.toArray(String[]::new))
                .build();
        return java
                ? folders.revisions().create(folders.directory(), request, folders.java())
                : folders.revisions().create(folders.directory(), request);
    }
}
