package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autogenerate.Autogeneration;
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

    @Option(
            names = "--autogenerate",
            description = "Fill it with what the database lacks of the schema that the application wants, upgrade and"
                    + " downgrade, proven on the database before a file is written. Nothing is written where nothing"
                    + " differs.")
    private boolean autogenerate;

    RevisionCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        SourceFolders folders = SourceFolders.of(scope(), migrations());
        RevisionRequest request = options.request(heads, MessageQuestion.on(output.err()))
                .dependsOn(dependsOn.toArray(String[]::new))
                .build();
        List<WrittenRevision> written =
                autogenerate ? generate(folders, request, output) : List.of(create(folders, request));
        written.forEach(revision -> output.result(revision.path().toString()));
        if (!java && !written.isEmpty()) {
            SourceFolders.tellUnread(scope(), written.get(0));
        }
        return ExitCodes.DONE;
    }

    private WrittenRevision create(SourceFolders folders, RevisionRequest request) {
        return java
                ? folders.revisions().create(folders.directory(), request, folders.java())
                : folders.revisions().create(folders.directory(), request);
    }

    private List<WrittenRevision> generate(SourceFolders folders, RevisionRequest request, Output output) {
        Autogeneration generated = migrations()
                .comparisons(scope().comparison())
                .autogenerate(scope().wantedSchema(), folders.directory());
        output.say(generated.report().text());
        if (generated.isEmpty()) {
            output.say("There is nothing to write.");
        }
        return java
                ? generated.write(folders.revisions(), folders.directory(), request, folders.java())
                : generated.write(folders.revisions(), folders.directory(), request);
    }
}
