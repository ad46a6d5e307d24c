package dev.athanor.migration.script;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision with what it does: the parsed form of one {@link ScriptFile}.
 *
 * @param revision its place in the graph
 * @param message the comment above the header's keys; empty where there is none
 * @param createDate {@code Create Date}, where given
 * @param upgrade the way up
 * @param downgrade the way down
 * @param checksum of the whole file, normalised
 * @param draft what makes it a draft, which no upgrade runs
 * @param file the file it came from
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

    /** The revision's id. */
    public RevisionId id() {
        return revision.id();
    }

    /** The first line of the message, which is all that lists show; empty where there is no message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }

    /** Id and subject: {@code d382069dacef (add writing styles)}. */
    public String describe() {
        return message.isEmpty() ? id().value() : id() + " (" + subject() + ")";
    }

    /** The same with another way up. */
    public RevisionScript withUpgrade(Section other) {
        return new RevisionScript(revision, message, createDate, other, downgrade, checksum, draft, file);
    }

    /** The same with another way back. */
    public RevisionScript withDowngrade(Downgrade other) {
        return new RevisionScript(revision, message, createDate, upgrade, other, checksum, draft, file);
    }

    /** What is wrong with its way back where that cannot be read, in the order of the file. */
    public List<ScriptProblem> problems() {
        return downgrade instanceof Downgrade.Unreadable unreadable ? unreadable.problems() : List.of();
    }

    /** The file's location, with the line. */
    public String at(int line) {
        return file.location() + ":" + line;
    }
}
