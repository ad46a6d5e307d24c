package dev.athanor.migration.history;

import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.Repertoire;
import dev.athanor.migration.sql.Literal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of the history that a script fills, whoever writes the row; and values as SQL. */
public final class HistoryColumns {

    /** The columns that tell of a script, and of its run. */
    public static final String OF_SCRIPT =
            "run_id, direction, revision, down_revisions, depends_on, branch_labels, message, script,"
                    + " checksum, downgrade_script, script_text, started_at, duration_ms, outcome";

    private HistoryColumns() {}

    /**
     * The values from {@code direction} to {@code script_text}.
     *
     * @param downgrade what is kept of the way back
     * @param repertoire the characters that the database has
     */
    public static String values(
            Direction direction, RevisionScript script, @Nullable String downgrade, Repertoire repertoire) {
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
                literal(repertoire.stored(downgrade)),
                literal(repertoire.stored(AppliedText.of(direction, script))));
    }

    /** Branch labels, and what may be one. */
    static List<@Nullable String> stored(Collection<String> texts, Repertoire repertoire) {
        List<@Nullable String> stored = new ArrayList<>();
        texts.forEach(text -> stored.add(repertoire.stored(text)));
        return stored;
    }

    /** Returns a text as SQL. */
    public static String literal(@Nullable String value) {
        return value == null ? "NULL" : new Literal(value).quoted();
    }

    /** Returns texts as SQL. */
    public static String array(Collection<?> values) {
        return values.stream()
                .map(value -> literal(value.toString()))
                .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }
}
