package dev.athanor.migration.script;

import dev.athanor.migration.graph.RevisionId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the comment block at the top of a script says; without an id where there is none that is legal. */
record Header(
        @Nullable RevisionId id,
        List<RevisionId> downRevisions,
        List<String> dependsOn,
        List<String> branchLabels,
        @Nullable OffsetDateTime createDate,
        Optional<DraftMark> draft,
        String message) {

    /**
     * One line of the block.
     *
     * @param text without the two minus signs
     * @param line its number
     */
    record Line(String text, int line) {}
}
