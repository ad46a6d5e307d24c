package dev.athanor.migration.script;

import dev.athanor.migration.graph.RevisionId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the values of the comment block at the top of a script; the id is null if the block has no valid one. */
record Header(
        @Nullable RevisionId id,
        List<RevisionId> downRevisions,
        List<String> dependsOn,
        List<String> branchLabels,
        @Nullable OffsetDateTime createDate,
        Optional<DraftMark> draft,
        String message) {

    /**
     * Represents one line of the block.
     *
     * @param text the text without the two minus signs
     * @param line the line number
     */
    record Line(String text, int line) {}
}
