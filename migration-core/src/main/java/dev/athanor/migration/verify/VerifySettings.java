package dev.athanor.migration.verify;

import dev.athanor.migration.graph.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Holds the settings for verifying revisions.
 *
 * @param from the revision to begin with, verified together with all that need it, or empty for all revisions
 * @param only the only revisions to verify, or an empty list for all revisions
 * @param shadow any database on the server for throw-away databases, or empty for the server of the target
 * @param progress is notified of each result as soon as it is known
 * @since 0.1.0
 */
public record VerifySettings(
        Optional<Target> from, List<Target> only, Optional<DataSource> shadow, Consumer<RevisionProof> progress) {

    public VerifySettings {
        only = List.copyOf(only);
    }

    /** Returns settings for every revision, on the server of the target. */
    public static VerifySettings all() {
        return new VerifySettings(Optional.empty(), List.of(), Optional.empty(), proof -> {});
    }

    /** Returns these settings beginning with a revision, given by a full or partial id. */
    public VerifySettings from(String revision) {
        return new VerifySettings(Optional.of(Target.parse(revision)), only, shadow, progress);
    }

    /** Returns these settings for only the given revisions, given by full or partial ids. */
    public VerifySettings only(List<String> revisions) {
        return new VerifySettings(from, revisions.stream().map(Target::parse).toList(), shadow, progress);
    }

    /** Returns these settings with another server. */
    public VerifySettings shadow(DataSource server) {
        return new VerifySettings(from, only, Optional.of(server), progress);
    }

    /** Returns these settings with a listener that is notified of each result. */
    public VerifySettings progress(Consumer<RevisionProof> listener) {
        return new VerifySettings(from, only, shadow, listener);
    }
}
