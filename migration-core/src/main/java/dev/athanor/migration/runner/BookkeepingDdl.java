package dev.athanor.migration.runner;

import java.util.ArrayList;
import java.util.List;

/** The two tables, as they are created. */
final class BookkeepingDdl {

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
              application_version text
            )""";

    private BookkeepingDdl() {}

    static List<String> statements(TableNames names) {
        List<String> statements = new ArrayList<>(versionTable(names));
        statements.add("CREATE TABLE IF NOT EXISTS " + names.history() + HISTORY_COLUMNS);
        statements.add("CREATE INDEX IF NOT EXISTS " + names.historyIndex() + " ON " + names.history()
                + " (revision, id DESC)");
        return statements;
    }

    static List<String> versionTable(TableNames names) {
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + names.version() + " (version_num varchar(32) NOT NULL, CONSTRAINT "
                        + names.versionKey() + " PRIMARY KEY (version_num))");
    }
}
