package dev.athanor.migration.validation;

import java.util.List;

/**
 * Everything that is wrong with the revisions.
 *
 * @param findings in the order of the files; none where all is well
 * @since 0.1.0
 */
public record ValidationReport(List<Finding> findings) {

    public ValidationReport {
        findings = List.copyOf(findings);
    }

    /** Returns whether all is well. */
    public boolean valid() {
        return findings.isEmpty();
    }

    /**
     * One thing that is wrong.
     *
     * @param problem what, and where
     * @param action what to do next
     */
    public record Finding(String problem, String action) {}
}
