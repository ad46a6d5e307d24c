package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import java.util.List;
import java.util.Optional;

/**
 * Represents a line of the graph.
 *
 * @param id the revision
 * @param message the first line of its message
 * @param labels the branch labels that it declares
 * @param state the state of the revision
 * @param head whether no revision of this build revises it
 * @param applied when and how it was applied, if it is
 * @param finding the worst finding of lint, if the revision is pending and lint has looked
 */
record RevisionRow(
        RevisionId id,
        String message,
        List<String> labels,
        RowState state,
        boolean head,
        Optional<AppliedRevision> applied,
        Optional<LintFinding> finding) {}
