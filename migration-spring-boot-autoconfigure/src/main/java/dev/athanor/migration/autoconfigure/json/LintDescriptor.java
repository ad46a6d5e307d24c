package dev.athanor.migration.autoconfigure.json;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.lint.FailOn;
import dev.athanor.migration.lint.HeldLock;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.LintText;
import dev.athanor.migration.lint.Severity;
import dev.athanor.migration.lint.SizeEstimate;
import dev.athanor.migration.lint.StatementTrace;
import dev.athanor.migration.lint.TracedRelation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Describes what revisions do to a running system: the JSON of {@code migration lint --json}.
 *
 * @param database the database whose revisions were looked at
 * @param standsAt where the throw-away database stood before the first of them
 * @param revisions the revisions that were looked at, in order
 * @param failOn the severity from which findings fail
 * @param fails whether a finding that is not allowed fails
 * @param errors the number of errors that are not allowed
 * @param warnings the number of warnings that are not allowed
 * @param notes the number of notes that are not allowed
 * @param allowed the number of allowed findings
 * @param findings the findings, worst first; allowed findings come last
 * @param statements what each statement did
 * @param durationMillis the duration of everything
 */
public record LintDescriptor(
        String database,
        List<String> standsAt,
        List<String> revisions,
        String failOn,
        boolean fails,
        long errors,
        long warnings,
        long notes,
        long allowed,
        List<FindingDescriptor> findings,
        List<TraceDescriptor> statements,
        long durationMillis) {

    /** Describes a report. */
    public static LintDescriptor of(String database, CurrentHeads standsAt, LintReport report, LintSettings settings) {
        FailOn failOn = settings.failOn();
        return new LintDescriptor(
                database,
                ids(standsAt.ids()),
                ids(report.revisions()),
                failOn.word(),
                report.fails(settings),
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.count(Severity.NOTE),
                report.allowed(),
                report.findings().stream().map(FindingDescriptor::of).toList(),
                report.traces().stream().map(TraceDescriptor::of).toList(),
                report.duration().toMillis());
    }

    private static List<String> ids(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }

    /** Describes a finding. */
    public record FindingDescriptor(
            String rule,
            String severity,
            String revision,
            String section,
            String file,
            int line,
            int statement,
            String object,
            String message,
            String safeWay,
            @Nullable String allowed,
            @Nullable SizeDescriptor size) {

        /** Describes a finding. */
        public static FindingDescriptor of(LintFinding finding) {
            return new FindingDescriptor(
                    finding.rule().id(),
                    finding.severity().word(),
                    finding.revision().value(),
                    finding.place().section().word(),
                    finding.file(),
                    finding.line(),
                    finding.place().number(),
                    finding.object(),
                    LintText.message(finding),
                    finding.safeWay(),
                    finding.allowed().orElse(null),
                    finding.size().map(SizeDescriptor::of).orElse(null));
        }
    }

    /** Describes the size of a relation in the target, and how long the work on it takes. */
    public record SizeDescriptor(
            long rows, long bytes, @Nullable Long estimatedMillis) {

        static SizeDescriptor of(SizeEstimate size) {
            return new SizeDescriptor(
                    size.rows(),
                    size.bytes(),
                    size.duration().map(Duration::toMillis).orElse(null));
        }
    }

    /** Describes what a statement did. */
    public record TraceDescriptor(
            String revision,
            String section,
            String file,
            int line,
            int number,
            String excerpt,
            String transaction,
            List<LockDescriptor> locks,
            List<RelationDescriptor> rewritten,
            List<RelationDescriptor> scanned,
            @Nullable ErrorDescriptor failure) {

        static TraceDescriptor of(StatementTrace trace) {
            return new TraceDescriptor(
                    trace.place().revision().value(),
                    trace.place().section().word(),
                    trace.place().file(),
                    trace.place().line(),
                    trace.place().number(),
                    trace.place().excerpt(),
                    word(trace.transaction()),
                    trace.locks().stream().map(LockDescriptor::of).toList(),
                    trace.rewritten().stream().map(RelationDescriptor::of).toList(),
                    trace.scanned().stream().map(RelationDescriptor::of).toList(),
                    trace.failure()
                            .map(error -> new ErrorDescriptor(error.state(), error.message()))
                            .orElse(null));
        }
    }

    /** Describes a lock that the transaction holds after the statement. */
    public record LockDescriptor(String mode, int since, RelationDescriptor relation) {

        static LockDescriptor of(HeldLock lock) {
            return new LockDescriptor(lock.mode().toString(), lock.since(), RelationDescriptor.of(lock.relation()));
        }
    }

    /** Describes a table, index or other relation. */
    public record RelationDescriptor(
            String name, String kind, @Nullable String table, boolean existedBefore) {

        static RelationDescriptor of(TracedRelation relation) {
            return new RelationDescriptor(
                    relation.name().toString(),
                    relation.kind().words(),
                    relation.table().map(Object::toString).orElse(null),
                    relation.existedBefore());
        }
    }

    /** Describes the error with which a statement failed. */
    public record ErrorDescriptor(String state, String message) {}

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
