package dev.athanor.migration.autoconfigure.cli;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.source.SourceDifference;
import dev.athanor.migration.source.SourceDifference.Kind;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Says what of the source is not in the build as it is there; once, however often it is read. */
final class SourceNotes implements Consumer<List<SourceDifference>> {

    private static final int SHOWN = 10;

    private final PrintStream err;
    private final CommandProject project;
    private final Set<SourceDifference> said = new HashSet<>();

    SourceNotes(PrintStream err, CommandProject project) {
        this.err = err;
        this.project = project;
    }

    @Override
    public void accept(List<SourceDifference> differences) {
        List<SourceDifference> fresh = differences.stream().filter(said::add).toList();
        fresh.stream()
                .filter(difference -> difference.kind() == Kind.UNRELATED)
                .forEach(difference -> err.println("The scripts in " + difference.file()
                        + " are left out: they have no revision in common with this build. If they belong to it, name"
                        + " the folder in migration.development-locations."));
        List<SourceDifference> read = fresh.stream()
                .filter(difference -> difference.kind() != Kind.UNRELATED)
                .toList();
        if (!read.isEmpty()) {
            err.println(text(read));
        }
    }

    private String text(List<SourceDifference> differences) {
        String lines = differences.stream()
                .limit(SHOWN)
                .map(difference -> "  " + word(difference.kind()) + difference.file() + "\n")
                .collect(joining());
        String rest = differences.size() > SHOWN ? "  and " + (differences.size() - SHOWN) + " more\n" : "";
        String command = project.buildCommand().isEmpty() ? "" : " with `" + project.buildCommand() + "`";
        boolean gone = differences.stream().anyMatch(difference -> difference.kind() == Kind.GONE);
        return "The source differs from this build. This command reads the source:\n" + lines + rest
                + (gone
                        ? "The scripts that are gone from the source are left out, but the build still has them.\n"
                        : "")
                + "The application itself reads the build only: build it again" + command + " before you start it.";
    }

    private static String word(Kind kind) {
        return String.format("%-9s", kind.name().toLowerCase(Locale.ROOT));
    }
}
