package dev.athanor.migration.takeover;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.script.HeaderKey;
import dev.athanor.migration.template.RevisionDraft;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Writes the text of a revision that comes from another tool.
 *
 * @param draft its header
 * @param origin the line of the header that names its origin
 * @param upgrade the statements of the upgrade
 * @param downgrade the statements of the downgrade; empty for a revision that cannot be taken back
 */
record RevisionText(RevisionDraft draft, String origin, SqlPart upgrade, Optional<SqlPart> downgrade) {

    /** Returns the text of the file. */
    String render() {
        return header(draft, origin) + "\n-- @upgrade" + upgrade.option() + "\n" + body(upgrade.sql())
                + "\n-- @downgrade"
                + downgrade.map(part -> part.option() + "\n" + body(part.sql())).orElse(" irreversible\n");
    }

    /** Returns the header alone, which stands for a revision in Java. */
    static String header(RevisionDraft draft, String origin) {
        String message = draft.message()
                .lines()
                .map(line -> ("-- " + line).stripTrailing() + "\n")
                .collect(joining());
        return message + (message.isEmpty() ? "" : "--\n")
                + line(HeaderKey.REVISION_ID, List.of(draft.id()))
                + line(HeaderKey.REVISES, draft.revision().downRevisions())
                + optional(HeaderKey.DEPENDS_ON, draft.revision().dependsOn())
                + optional(HeaderKey.BRANCH_LABELS, draft.revision().branchLabels())
                + line(
                        HeaderKey.CREATE_DATE,
                        List.of(draft.createDate().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)))
                + draft.draft()
                        .map(reason -> line(HeaderKey.DRAFT, List.of(reason)))
                        .orElse("")
                + "-- " + origin + "\n";
    }

    private static String optional(HeaderKey key, List<?> values) {
        return values.isEmpty() ? "" : line(key, values);
    }

    private static String line(HeaderKey key, List<?> values) {
        String joined = values.stream().map(Object::toString).collect(joining(", "));
        return ("-- " + key.words() + ": " + joined).stripTrailing() + "\n";
    }

    private static String body(String sql) {
        String text = sql.strip();
        return text.isEmpty() ? "" : text + "\n";
    }
}
