package dev.athanor.migration.validation;

import java.util.List;

/**
 * What is wrong with the revisions, all of it.
 *
 * @param findings in the order of the files; none where all is well
 */
public record ValidationReport(List<Finding> findings) {

    public ValidationReport {
        findings = List.copyOf(findings);
    }

    /** Whether all is well. */
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
