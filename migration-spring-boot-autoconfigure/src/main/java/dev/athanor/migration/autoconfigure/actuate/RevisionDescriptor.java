package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.autoconfigure.actuate.MigrationsDescriptor.AppliedDescriptor;
import dev.athanor.migration.autoconfigure.actuate.MigrationsDescriptor.StepDescriptor;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The JSON of {@code /actuator/migrations/{revision}}.
 *
 * @param database the database it belongs to
 * @param revision its id
 * @param message its message
 * @param revises its down revisions
 * @param dependsOn what else must be applied before it
 * @param branchLabels its branch labels
 * @param createDate when it was written
 * @param script where its script is
 * @param checksum of its script
 * @param upgrade its upgrade section
 * @param downgrade its downgrade section, where it has one
 * @param reversible {@code reversible}, {@code nothing}, {@code irreversible}, {@code empty}, {@code missing} or
 *     {@code unreadable}
 * @param verified {@code proven} or {@code unproven}, as `migration verify` has found out of the downgrade and somebody kept it
 * @param applied when and how it was applied, where it is
 * @param history what was recorded of it lately, newest first
 */
public record RevisionDescriptor(
        String database,
        String revision,
        String message,
        List<String> revises,
        List<String> dependsOn,
        List<String> branchLabels,
        @Nullable OffsetDateTime createDate,
        String script,
        String checksum,
        String upgrade,
        @Nullable String downgrade,
        String reversible,
        @Nullable String verified,
        @Nullable AppliedDescriptor applied,
        List<StepDescriptor> history)
        implements OperationResponseBody {

    static RevisionDescriptor of(MigrationsEndpoint.Found found) {
        MigrationStatus status = found.status();
        RevisionScript script = found.script();
        AppliedRevision applied = found.applied();
        Proof proof = found.proof();
        return new RevisionDescriptor(
                status.database(),
                script.id().value(),
                script.message(),
                script.revision().downRevisions().stream()
                        .map(RevisionId::value)
                        .toList(),
                script.revision().dependsOn(),
                script.revision().branchLabels(),
                script.createDate(),
                script.file().location(),
                script.checksum().value(),
                script.upgrade().text(),
                downgradeText(script.downgrade()),
                script.downgrade().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                proof == null ? null : proof.word(),
                applied == null ? null : AppliedDescriptor.of(applied),
                history(status, script.id()));
    }

    private static List<StepDescriptor> history(MigrationStatus status, RevisionId revision) {
        return status.history().stream()
                .filter(entry -> entry.revision().equals(revision))
                .map(StepDescriptor::of)
                .toList();
    }

    private static @Nullable String downgradeText(Downgrade downgrade) {
        return downgrade instanceof Downgrade.Reversible reversible
                ? reversible.section().text()
                : null;
    }
}
