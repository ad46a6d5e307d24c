package dev.athanor.migration.source;

import dev.athanor.migration.graph.NewRevision.Splice;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.script.TransactionMode;
import java.util.List;
import java.util.Optional;

/**
 * Holds the options of {@code migration revision} and {@code migration merge}.
 *
 * @param message may be empty
 * @param heads targets to revise, or to merge; none for the one head
 * @param splice whether they may be no heads
 * @param dependsOn targets that must be applied first
 * @param branchLabels names of the branch that begins here
 * @param revisionId its id; 12 random hex digits without
 * @param versionPath which of the configured folders; without, that of the first down revision
 * @param upgrade statements, or nothing yet
 * @param downgrade statements, or nothing yet
 * @param transaction how the statements of both commit
 * @param draft why it is refused until a person has completed it; empty for a revision that can run
 * @since 0.1.0
 */
public record RevisionRequest(
        String message,
        List<Target> heads,
        Splice splice,
        List<Target> dependsOn,
        List<String> branchLabels,
        Optional<String> revisionId,
        Optional<String> versionPath,
        String upgrade,
        String downgrade,
        TransactionMode transaction,
        Optional<String> draft) {

    public RevisionRequest {
        heads = List.copyOf(heads);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
    }

    /** Returns a request for a revision on the only head, without statements. */
    public static RevisionRequest of(String message) {
        return builder(message).build();
    }

    /** Creates a builder for a request. */
    public static Builder builder(String message) {
        return new Builder(message);
    }

    /** Returns this request with the given sections. */
    public RevisionRequest holding(String upgradeSection, String downgradeSection, TransactionMode mode) {
        return new RevisionRequest(
                message,
                heads,
                splice,
                dependsOn,
                branchLabels,
                revisionId,
                versionPath,
                upgradeSection,
                downgradeSection,
                mode,
                draft);
    }

    /** Returns the same as a draft, for a reason. */
    public RevisionRequest draft(Optional<String> reason) {
        return new RevisionRequest(
                message,
                heads,
                splice,
                dependsOn,
                branchLabels,
                revisionId,
                versionPath,
                upgrade,
                downgrade,
                transaction,
                reason);
    }

    /** Returns the request for a revision that follows the revision of this request, in the same folder. */
    public RevisionRequest followUp(String nextMessage, RevisionId revised) {
        return new RevisionRequest(
                nextMessage,
                List.of(new Target.Named(revised.value())),
                Splice.REFUSED,
                List.of(),
                List.of(),
                Optional.empty(),
                versionPath,
                "",
                "",
                TransactionMode.TRANSACTIONAL,
                Optional.empty());
    }

    /** Builds a request, option by option. */
    public static final class Builder {

        private final String message;
        private List<Target> heads = List.of();
        private Splice splice = Splice.REFUSED;
        private List<Target> dependsOn = List.of();
        private List<String> branchLabels = List.of();
        private Optional<String> revisionId = Optional.empty();
        private Optional<String> versionPath = Optional.empty();
        private String upgrade = "";
        private String downgrade = "";

        private Builder(String message) {
            this.message = message;
        }

        /** Sets {@code --head}: the targets to revise, or {@code base} for a new base. */
        public Builder heads(String... targets) {
            heads = Target.parseAll(targets);
            return this;
        }

        /** Sets {@code --splice}: a branch may begin on a revision that is not a head. */
        public Builder splice() {
            splice = Splice.ALLOWED;
            return this;
        }

        /** Sets {@code --depends-on}: revisions, prefixes of ids, or branch labels. */
        public Builder dependsOn(String... targets) {
            dependsOn = Target.parseAll(targets);
            return this;
        }

        /** Sets {@code --branch-label}. */
        public Builder branchLabels(String... labels) {
            branchLabels = List.of(labels);
            return this;
        }

        /** Sets {@code --rev-id}. */
        public Builder revisionId(String id) {
            revisionId = Optional.of(id);
            return this;
        }

        /** Sets {@code --version-path}: one of the configured folders. */
        public Builder versionPath(String folder) {
            versionPath = Optional.of(folder);
            return this;
        }

        /** Sets the statements of the sections. */
        public Builder statements(String upgradeSection, String downgradeSection) {
            upgrade = upgradeSection;
            downgrade = downgradeSection;
            return this;
        }

        /** Returns the request. */
        public RevisionRequest build() {
            return new RevisionRequest(
                    message,
                    heads,
                    splice,
                    dependsOn,
                    branchLabels,
                    revisionId,
                    versionPath,
                    upgrade,
                    downgrade,
                    TransactionMode.TRANSACTIONAL,
                    Optional.empty());
        }
    }
}
