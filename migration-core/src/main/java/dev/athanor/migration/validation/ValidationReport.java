package dev.athanor.migration.validation;

import java.util.List;

/**
 * Lists everything that is wrong with the revisions.
 *
 * @param findings the findings in the order of the files; empty if everything is valid
 * @since 0.1.0
 */
public record ValidationReport(List<Finding> findings) {

    public ValidationReport {
        findings = List.copyOf(findings);
    }

    /** Returns whether everything is valid. */
    public boolean valid() {
        return findings.isEmpty();
    }

    /**
     * Describes one problem.
     *
     * @param problem what is wrong and where
     * @param action what to do next
     */
    public record Finding(String problem, String action) {}
}
