package dev.athanor.migration.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The revisions that are verified, and the server that they are verified on.
 *
 * @param from a revision: it and all that need it; empty for all
 * @param only these revisions and no others; empty for all
 * @param shadow any database of a server that throw-away databases are made on; empty: the target's own
 * @param progress told of each revision as soon as it is known
 * @since 0.1.0
 */
public record VerifySettings(
        Optional<String> from, List<String> only, Optional<DataSource> shadow, Consumer<RevisionProof> progress) {

    public VerifySettings {
        only = List.copyOf(only);
    }

    /** Every revision, on the target's server. */
    public static VerifySettings all() {
        return new VerifySettings(Optional.empty(), List.of(), Optional.empty(), proof -> {});
    }

    /** From a revision on, given by a full or partial id. */
    public VerifySettings from(String revision) {
        return new VerifySettings(Optional.of(revision), only, shadow, progress);
    }

    /** These revisions, given by full or partial ids. */
    public VerifySettings only(List<String> revisions) {
        return new VerifySettings(from, revisions, shadow, progress);
    }

    /** On another server. */
    public VerifySettings shadow(DataSource server) {
        return new VerifySettings(from, only, Optional.of(server), progress);
    }

    /** With somebody who is told how it goes. */
    public VerifySettings progress(Consumer<RevisionProof> listener) {
        return new VerifySettings(from, only, shadow, listener);
    }
}
