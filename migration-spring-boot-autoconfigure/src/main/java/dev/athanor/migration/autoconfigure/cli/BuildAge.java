package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.CappedList;
import java.util.List;

/** Says before a command what of the build is older than the source, and what the command can do nothing about. */
final class BuildAge {

    private BuildAge() {}

    static void tell(CommandScope scope) {
        List<String> leftOvers = scope.all().stream()
                .flatMap(migrations -> migrations.leftOvers().stream())
                .distinct()
                .toList();
        if (!leftOvers.isEmpty()) {
            scope.output()
                    .say(
                            "The source has these scripts no more, since they were renamed or deleted, and an earlier build has"
                                    + " left them: " + CappedList.of(leftOvers) + ". Build the application from clean"
                                    + with(scope) + ".");
        }
        List<String> uncompiled = scope.development().folders().isEmpty()
                ? List.of()
                : SourceFolders.java(scope).notCompiled(scope.javaRevisions());
        if (!uncompiled.isEmpty()) {
            scope.output()
                    .say("Not compiled, and left out: " + CappedList.of(uncompiled) + ". Build the application again"
                            + with(scope) + ", for commands to run it.");
        }
    }

    private static String with(CommandScope scope) {
        String command = scope.project().buildCommand();
        return command.isEmpty() ? "" : " with `" + command + "`";
    }
}
