package dev.athanor.migration.template;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.TransactionMode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Represents a revision that has no file yet.
 *
 * @param revision its place in the graph
 * @param message may have several lines, may be empty; blanks around lines and control characters are not kept
 * @param createDate in the time zone that header and file name show, to the second
 * @param upgrade the statements of its upgrade section, empty for a person to write
 * @param downgrade the statements of its downgrade section, empty likewise
 * @param transaction how the statements of both commit
 * @param draft why no upgrade runs it yet; empty for a revision that can run
 * @since 0.1.0
 */
public record RevisionDraft(
        Revision revision,
        String message,
        OffsetDateTime createDate,
        String upgrade,
        String downgrade,
        TransactionMode transaction,
        Optional<String> draft) {

    public RevisionDraft {
        message = MessageText.clean(message);
        createDate = createDate.truncatedTo(ChronoUnit.SECONDS);
        upgrade = upgrade.stripTrailing();
        downgrade = downgrade.stripTrailing();
    }

    /** Creates a draft whose sections each run in a transaction. */
    public RevisionDraft(
            Revision revision, String message, OffsetDateTime createDate, String upgrade, String downgrade) {
        this(revision, message, createDate, upgrade, downgrade, TransactionMode.TRANSACTIONAL, Optional.empty());
    }

    /** Returns the revision's id. */
    public RevisionId id() {
        return revision.id();
    }

    /** Returns the first line of the message; empty if there is no message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }
}
