package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import java.util.List;
import java.util.Optional;

/**
 * A line of the graph.
 *
 * @param id the revision
 * @param message the first line of its message
 * @param labels the branch labels that it declares
 * @param state what is to be said of it
 * @param head whether nothing of this build revises it
 * @param applied when and how, where it is applied
 */
record RevisionRow(
        RevisionId id,
        String message,
        List<String> labels,
        RowState state,
        boolean head,
        Optional<AppliedRevision> applied) {}
