package dev.athanor.migration.script;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Represents a revision with its statements: the parsed form of one {@link ScriptFile}.
 *
 * @param revision its place in the graph
 * @param message the comment above the header's keys; empty where there is none
 * @param createDate {@code Create Date}, where given
 * @param upgrade the way up
 * @param downgrade the way down
 * @param checksum of the whole file, normalised
 * @param draft what makes it a draft, which no upgrade runs
 * @param file the file it came from
 * @since 0.1.0
 */
public record RevisionScript(
        Revision revision,
        String message,
        @Nullable OffsetDateTime createDate,
        Section upgrade,
        Downgrade downgrade,
        Checksum checksum,
        Optional<DraftMark> draft,
        ScriptFile file) {

    /** Returns the revision's id. */
    public RevisionId id() {
        return revision.id();
    }

    /** Returns the first line of the message, which lists show; empty if there is no message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }

    /** Returns id and subject: {@code d382069dacef (add writing styles)}. */
    public String describe() {
        return message.isEmpty() ? id().value() : id() + " (" + subject() + ")";
    }

    /** Returns a copy with another upgrade section. */
    public RevisionScript withUpgrade(Section other) {
        return new RevisionScript(revision, message, createDate, other, downgrade, checksum, draft, file);
    }

    /** Returns a copy with another downgrade. */
    public RevisionScript withDowngrade(Downgrade other) {
        return new RevisionScript(revision, message, createDate, upgrade, other, checksum, draft, file);
    }

    /** Returns the problems of the downgrade if it cannot be read, in file order; otherwise an empty list. */
    public List<ScriptProblem> problems() {
        return downgrade instanceof Downgrade.Unreadable unreadable ? unreadable.problems() : List.of();
    }

    /** Returns the file's location with the line. */
    public String at(int line) {
        return file.location() + ":" + line;
    }
}
