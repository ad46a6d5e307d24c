package dev.athanor.migration.autoconfigure.json;

import dev.athanor.migration.autoconfigure.json.StatusDescriptor.AppliedDescriptor;
import dev.athanor.migration.autoconfigure.json.StatusDescriptor.StepDescriptor;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.status.MigrationStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes a revision: the JSON of {@code /actuator/migrations/{revision}}; without what a database knows of it, of
 * {@code migration show --json}; without the SQL as well, of {@code migration history --json}.
 *
 * @param database the database it belongs to
 * @param revision its id
 * @param message its whole message
 * @param revises its down revisions
 * @param dependsOn what else must be applied before it
 * @param branchLabels its branch labels
 * @param createDate when it was written
 * @param script where its script is
 * @param checksum of its script
 * @param reversible {@code reversible}, {@code nothing}, {@code irreversible}, {@code empty}, {@code missing} or
 *     {@code unreadable}
 * @param verified what {@code migration verify} has found out about its downgrade, where that was kept
 * @param upgrade its upgrade section
 * @param downgrade its downgrade section, where it has one
 * @param sql its sections as they are in the file, with their options
 * @param applied when and how it was applied, where it is
 * @param history what was recorded of it lately, newest first
 */
public record RevisionDescriptor(
        @Nullable String database,
        String revision,
        String message,
        List<String> revises,
        List<String> dependsOn,
        List<String> branchLabels,
        @Nullable Instant createDate,
        String script,
        String checksum,
        String reversible,
        @Nullable String verified,
        @Nullable String upgrade,
        @Nullable String downgrade,
        @Nullable String sql,
        @Nullable AppliedDescriptor applied,
        @Nullable List<StepDescriptor> history) {

    /** Describes a revision by its header alone. */
    public static RevisionDescriptor header(RevisionScript script, Optional<Proof> proof) {
        return new RevisionDescriptor(
                null,
                script.id().value(),
                script.message(),
                script.revision().downRevisions().stream()
                        .map(RevisionId::value)
                        .toList(),
                script.revision().dependsOn(),
                script.revision().branchLabels(),
                script.createDate() == null ? null : script.createDate().toInstant(),
                script.file().location(),
                script.checksum().value(),
                script.downgrade().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                proof.map(Proof::word).orElse(null),
                null,
                null,
                null,
                null,
                null);
    }

    /** Describes a revision with its SQL. */
    public static RevisionDescriptor of(RevisionScript script, Optional<Proof> proof) {
        String downgrade = script.downgrade() instanceof Downgrade.Reversible reversible
                ? reversible.section().text()
                : null;
        return header(script, proof).withSql(script.upgrade().text(), downgrade, sections(script));
    }

    /** Returns the sections as they are in the file; empty for a revision in Java. */
    public static String sections(RevisionScript script) {
        String file = script.file().text();
        int sections = file.indexOf("-- @");
        return sections < 0 ? "" : file.substring(sections).stripTrailing() + "\n";
    }

    private RevisionDescriptor withSql(String up, @Nullable String down, String sections) {
        return new RevisionDescriptor(
                database,
                revision,
                message,
                revises,
                dependsOn,
                branchLabels,
                createDate,
                script,
                checksum,
                reversible,
                verified,
                up,
                down,
                sections.isEmpty() ? null : sections,
                applied,
                history);
    }

    /** Returns the same with what a look at a database knows of it. */
    public RevisionDescriptor within(MigrationStatus status) {
        AppliedDescriptor appliedThere = status.applied().stream()
                .filter(candidate -> candidate.revision().value().equals(revision))
                .findFirst()
                .map(AppliedDescriptor::of)
                .orElse(null);
        List<StepDescriptor> recorded = status.history().stream()
                .filter(entry -> entry.revision().value().equals(revision))
                .map(StepDescriptor::of)
                .toList();
        return new RevisionDescriptor(
                status.database(),
                revision,
                message,
                revises,
                dependsOn,
                branchLabels,
                createDate,
                script,
                checksum,
                reversible,
                verified,
                upgrade,
                downgrade,
                sql,
                appliedThere,
                recorded);
    }
}
