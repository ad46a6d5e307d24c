package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.source.RevisionRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Holds the options of {@code revision} and {@code merge} about the new file. */
final class NewRevisionOptions {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What it does; the first line goes into the file's name.")
    private @Nullable String message;

    @Option(names = "--splice", description = "Allow a branch to begin on a revision that is not a head.")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "Name the branch that begins here.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id; 12 random hex digits without.")
    private @Nullable String revisionId;

    @Option(
            names = "--version-path",
            paramLabel = "FOLDER",
            description = "Which folder of migration.directory; without, that of what it revises.")
    private @Nullable String versionPath;

    /** Asks for the message where none is given. */
    RevisionRequest.Builder request(List<String> heads, MessageQuestion question) {
        return request(heads, message == null ? question.ask() : message);
    }

    RevisionRequest.Builder request(List<String> heads) {
        return request(heads, message == null ? "" : message);
    }

    private RevisionRequest.Builder request(List<String> heads, String text) {
        RevisionRequest.Builder request = RevisionRequest.builder(text)
                .heads(heads.toArray(String[]::new))
                .branchLabels(branchLabels.toArray(String[]::new));
        if (splice) {
            request.splice();
        }
        if (revisionId != null) {
            request.revisionId(revisionId);
        }
        if (versionPath != null) {
            request.versionPath(versionPath);
        }
        return request;
    }
}
