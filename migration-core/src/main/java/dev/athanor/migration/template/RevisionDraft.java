package dev.athanor.migration.template;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.TransactionMode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Represents a revision that has no file yet.
 *
 * @param revision the place of the revision in the graph
 * @param message the message, which may have several lines or be empty; blanks around lines and control characters are
 *     not kept
 * @param createDate the create date in the time zone that header and file name show, truncated to seconds
 * @param upgrade the statements of the upgrade section; empty if the user will write them
 * @param downgrade the statements of the downgrade section; empty if the user will write them
 * @param transaction how the statements of both sections commit
 * @since 0.1.0
 */
public record RevisionDraft(
        Revision revision,
        String message,
        OffsetDateTime createDate,
        String upgrade,
        String downgrade,
        TransactionMode transaction) {

    public RevisionDraft {
        message = MessageText.clean(message);
        createDate = createDate.truncatedTo(ChronoUnit.SECONDS);
        upgrade = upgrade.stripTrailing();
        downgrade = downgrade.stripTrailing();
    }

    /** Creates a draft whose sections each run in a transaction. */
    public RevisionDraft(
            Revision revision, String message, OffsetDateTime createDate, String upgrade, String downgrade) {
        this(revision, message, createDate, upgrade, downgrade, TransactionMode.TRANSACTIONAL);
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
