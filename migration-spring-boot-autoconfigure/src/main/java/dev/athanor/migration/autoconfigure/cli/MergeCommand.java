package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.source.WrittenRevision;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs {@code migration merge}. */
@picocli.CommandLine.Command(name = "merge", description = "Write a merge point into the source folder.")
final class MergeCommand extends Command {

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "What to merge: ids, branch labels, or heads.")
    private List<String> targets = new ArrayList<>();

    MergeCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        SourceFolders folders = SourceFolders.of(scope(), migrations());
        WrittenRevision written = folders.revisions()
                .merge(folders.directory(), options.request(targets).build());
        output.result(written.path().toString());
        SourceFolders.tellUnread(scope(), written.path());
        return ExitCodes.DONE;
    }
}
