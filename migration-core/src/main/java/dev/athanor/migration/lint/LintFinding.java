package dev.athanor.migration.lint;

import dev.athanor.migration.graph.RevisionId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Represents a finding: what a statement does to a running system, and how to write it safely.
 *
 * @param rule the rule
 * @param severity how serious the finding is
 * @param place the statement
 * @param subject what the finding is about
 * @param message what happens, in one sentence with the names involved
 * @param safeWay how to write it safely
 * @param allowed the reason that a line {@code -- @allow} of the section gives, if there is one
 * @param size the size of the relation in the target, if it is known
 * @since 0.1.0
 */
public record LintFinding(
        LintRule rule,
        Severity severity,
        StatementPlace place,
        Subject subject,
        String message,
        String safeWay,
        Optional<String> allowed,
        Optional<SizeEstimate> size) {

    /** Orders findings: those that count first, worst first, and then as the statements run. */
    static final Comparator<LintFinding> WORST_FIRST = Comparator.comparing(LintFinding::isAllowed)
            .thenComparing(LintFinding::severity)
            .thenComparing(LintFinding::rule);

    /**
     * Names what a finding is about.
     *
     * @param text the object: {@code column orders.total}
     * @param relations the existing relations whose size matters, the most important first
     */
    public record Subject(String text, List<TracedRelation> relations) {
        public Subject {
            relations = List.copyOf(relations);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Returns the revision. */
    public RevisionId revision() {
        return place.revision();
    }

    /** Returns the file of the revision. */
    public String file() {
        return place.file();
    }

    /** Returns the line on which the statement begins. */
    public int line() {
        return place.line();
    }

    /** Returns the object as text: {@code column orders.total}. */
    public String object() {
        return subject.text();
    }

    /** Returns whether the section allows what the finding reports. An allowed finding does not count. */
    public boolean isAllowed() {
        return allowed.isPresent();
    }

    /** Returns the finding with the size of the relation in the target. */
    public LintFinding withSize(SizeEstimate estimate) {
        return new LintFinding(rule, severity, place, subject, message, safeWay, allowed, Optional.of(estimate));
    }

    /** Returns the finding with the reason for which the section allows it. */
    public LintFinding allowedFor(String reason) {
        return new LintFinding(rule, severity, place, subject, message, safeWay, Optional.of(reason), size);
    }

    /** Returns the finding with another severity. */
    public LintFinding withSeverity(Severity other) {
        return new LintFinding(rule, other, place, subject, message, safeWay, allowed, size);
    }

    /** Returns place, message, safe way and rule, in one line. */
    @Override
    public String toString() {
        return place + ": " + severity.word() + ": " + message + " " + safeWay + " [" + rule.id() + "]"
                + allowed.map(reason -> " (allowed: " + reason + ")").orElse("");
    }
}
