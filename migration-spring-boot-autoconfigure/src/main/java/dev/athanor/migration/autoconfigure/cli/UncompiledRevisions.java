package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.CappedList;
import java.util.List;

/** Says which revisions in Java are in the source and cannot run yet, where commands read the source. */
final class UncompiledRevisions {

    private UncompiledRevisions() {}

    static void tell(CommandScope scope) {
        if (scope.development().folders().isEmpty()) {
            return;
        }
        List<String> files =
                SourceFolders.java(scope).notCompiled(scope.javaRevisions().all());
        if (!files.isEmpty()) {
            String command = scope.project().buildCommand();
            scope.output()
                    .say("Not compiled, and left out: " + CappedList.of(files) + ". Build the application again"
                            + (command.isEmpty() ? "" : " with `" + command + "`") + " for its commands to run it.");
        }
    }
}
