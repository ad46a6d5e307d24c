package dev.athanor.migration.history;

import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.Repertoire;
import dev.athanor.migration.sql.Literal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists the columns of the history that describe a script, for every writer of such rows, and renders their values as
 * SQL.
 *
 * @since 0.1.0
 */
public final class HistoryColumns {

    /** Lists the columns that describe a script and its run. */
    public static final String OF_SCRIPT =
            "run_id, direction, revision, down_revisions, depends_on, branch_labels, message, script,"
                    + " checksum, downgrade_script, script_text, started_at, duration_ms, outcome";

    private HistoryColumns() {}

    /**
     * Returns the values from {@code direction} to {@code script_text}.
     *
     * @param downgrade the downgrade to store
     * @param repertoire the characters of the database's encoding
     */
    public static String values(
            Direction direction, RevisionScript script, Optional<String> downgrade, Repertoire repertoire) {
        return String.join(
                ", ",
                literal(direction.word()),
                literal(script.id().value()),
                array(script.revision().downRevisions()),
                array(stored(script.revision().dependsOn(), repertoire)),
                array(stored(script.revision().branchLabels(), repertoire)),
                literal(repertoire.stored(script.message())),
                literal(repertoire.stored(script.file().location())),
                literal(script.checksum().value()),
                literal(downgrade.map(repertoire::stored).orElse(null)),
                literal(AppliedText.of(direction, script)
                        .map(repertoire::stored)
                        .orElse(null)));
    }

    /** Returns branch labels, or dependencies that may be labels, as the history stores them. */
    static List<String> stored(Collection<String> texts, Repertoire repertoire) {
        return texts.stream().map(repertoire::stored).toList();
    }

    /** Renders a text as SQL. */
    public static String literal(@Nullable String value) {
        return value == null ? "NULL" : new Literal(value).quoted();
    }

    /** Renders texts as an SQL array. */
    public static String array(Collection<?> values) {
        return values.stream()
                .map(value -> literal(value.toString()))
                .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }
}
