package dev.athanor.migration.lint;

import dev.athanor.migration.graph.RevisionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reports what the revisions do to a running system.
 *
 * @param revisions the revisions that were looked at, in the order in which an upgrade applies them
 * @param findings the findings, worst first; allowed findings come last
 * @param traces what each statement did, in order
 * @param activity what happens in the target now; empty if nothing was looked at
 * @param duration the duration of everything, including the throw-away database
 * @since 0.1.0
 */
public record LintReport(
        List<RevisionId> revisions,
        List<LintFinding> findings,
        List<StatementTrace> traces,
        Optional<TargetActivity> activity,
        Duration duration) {

    public LintReport {
        revisions = List.copyOf(revisions);
        findings = findings.stream().sorted(LintFinding.WORST_FIRST).toList();
        traces = List.copyOf(traces);
    }

    /** Creates a report of revisions that were looked at without a target. */
    public LintReport(
            List<RevisionId> revisions, List<LintFinding> findings, List<StatementTrace> traces, Duration duration) {
        this(revisions, findings, traces, Optional.empty(), duration);
    }

    /** Returns the number of findings with this severity that are not allowed. */
    public long count(Severity severity) {
        return open().stream().filter(finding -> finding.severity() == severity).count();
    }

    /** Returns the number of allowed findings. */
    public long allowed() {
        return findings.stream().filter(LintFinding::isAllowed).count();
    }

    /** Returns the findings that are not allowed, worst first. */
    public List<LintFinding> open() {
        return findings.stream().filter(finding -> !finding.isAllowed()).toList();
    }

    /** Returns the findings of a revision, worst first. */
    public List<LintFinding> of(RevisionId revision) {
        return findings.stream()
                .filter(finding -> finding.revision().equals(revision))
                .toList();
    }

    /** Returns the worst finding of a revision that is not allowed, or empty if there is none. */
    public Optional<LintFinding> worst(RevisionId revision) {
        return of(revision).stream().filter(finding -> !finding.isAllowed()).findFirst();
    }

    /** Returns the severity of the worst finding that is not allowed, or empty if there is none. */
    public Optional<Severity> worst() {
        return open().stream().map(LintFinding::severity).findFirst();
    }

    /** Returns whether a finding that is not allowed is at least as serious as the settings tolerate. */
    public boolean fails(LintSettings settings) {
        return worst().filter(settings.failOn()::isReachedBy).isPresent();
    }

    /** Returns the report with each finding replaced. */
    public LintReport map(UnaryOperator<LintFinding> change) {
        return new LintReport(revisions, findings.stream().map(change).toList(), traces, activity, duration);
    }
}
