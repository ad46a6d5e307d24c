package dev.athanor.migration.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds the DDL of the version table and the history.
 *
 * @since 0.1.0
 */
public final class BookkeepingDdl {

    /** Names the column of the {@link HeadMark}. */
    static final String MARK = "at_head";

    /** Names the column of the {@link AppliedText}. */
    private static final String TEXT = "script_text";

    private static final String HISTORY_COLUMNS = """
             (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              run_id uuid NOT NULL,
              direction varchar(16) NOT NULL,
              revision varchar(32) NOT NULL,
              down_revisions text[] NOT NULL,
              depends_on text[] NOT NULL,
              branch_labels text[] NOT NULL,
              message text NOT NULL,
              script text,
              checksum text,
              downgrade_script text,
              started_at timestamptz NOT NULL,
              duration_ms bigint NOT NULL,
              outcome varchar(16) NOT NULL,
              statements_done integer NOT NULL DEFAULT 0,
              statements_digest text,
              statement_begun text,
              error text,
              database_user text NOT NULL,
              host text,
              application_version text,
              batch_key text,
              batch_end text,
              batch_walked bigint NOT NULL DEFAULT 0,
              batch_changed bigint NOT NULL DEFAULT 0,
              note text,
              at_head text,
              script_text text
            )""";

    /** Maps the columns that the history of an earlier version lacks to their types. */
    static final Map<String, String> ADDED = new TreeMap<>(Map.ofEntries(
            Map.entry("batch_key", "text"),
            Map.entry("batch_end", "text"),
            Map.entry("batch_walked", "bigint NOT NULL DEFAULT 0"),
            Map.entry("batch_changed", "bigint NOT NULL DEFAULT 0"),
            Map.entry("note", "text"),
            Map.entry(MARK, "text"),
            Map.entry(TEXT, "text")));

    private BookkeepingDdl() {}

    /** Returns the statements that create both tables if they are missing. */
    public static List<String> statements(TableNames names) {
        List<String> statements = new ArrayList<>(versionTable(names));
        statements.add("CREATE TABLE IF NOT EXISTS " + names.history() + HISTORY_COLUMNS);
        statements.add("CREATE INDEX IF NOT EXISTS " + names.historyIndex() + " ON " + names.history()
                + " (revision, id DESC)");
        return statements;
    }

    /** Returns a condition: whether a history lacks the text of scripts, which each row names. */
    static String lackingText(String history) {
        return "NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(" + HistoryColumns.literal(history)
                + ") AND NOT attisdropped AND attname = '" + TEXT + "')";
    }

    /** Returns the statement that adds the missing columns to a history of an earlier version. */
    public static String adding(String history) {
        return ADDED.entrySet().stream()
                .map(column -> "ADD COLUMN IF NOT EXISTS " + column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", ", "ALTER TABLE " + history + " ", ""));
    }

    static List<String> versionTable(TableNames names) {
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + names.version() + " (version_num varchar(32) NOT NULL, CONSTRAINT "
                        + names.versionKey() + " PRIMARY KEY (version_num))");
    }
}
