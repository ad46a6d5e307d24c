package dev.athanor.migration.history;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.session.Repertoire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Represents a revision as the history stores it, from the last time that it was applied, stamped or repaired.
 *
 * @param id its id
 * @param downRevisions what it revises
 * @param dependsOn ids and labels it depends on
 * @param branchLabels its branch labels
 * @param message its message
 * @param script where its script was read from
 * @param checksum its script's checksum
 * @param downgradeScript its downgrade section with the marker line; null where it had none
 * @param scriptText the script as it was applied; null where the history does not keep it, or was not asked for it
 * @since 0.1.0
 */
public record RememberedRevision(
        RevisionId id,
        List<RevisionId> downRevisions,
        List<String> dependsOn,
        List<String> branchLabels,
        String message,
        @Nullable String script,
        @Nullable String checksum,
        @Nullable String downgradeScript,
        @Nullable String scriptText) {

    private static final String COLUMNS =
            "id, revision, down_revisions, depends_on, branch_labels, message, script, checksum, downgrade_script";

    static String select(String history) {
        return "SELECT * FROM (SELECT DISTINCT ON (revision) " + COLUMNS + " FROM " + history
                + " WHERE outcome = 'success' AND direction <> 'downgrade' ORDER BY revision, id DESC) AS latest"
                + " ORDER BY id";
    }

    /**
     * Selects the rows with the text. A history of an earlier version has no column {@code script_text}: the name
     * then means the column of the outer query.
     */
    static String selectWithText(String history) {
        return "SELECT latest.* FROM (SELECT NULL::text AS script_text) AS missing CROSS JOIN LATERAL (SELECT DISTINCT ON"
                + " (revision) " + COLUMNS + ", script_text FROM " + history + " WHERE revision = ANY (?) AND outcome ="
                + " 'success' AND direction <> 'downgrade' ORDER BY revision, id DESC) AS latest ORDER BY id";
    }

    static RememberedRevision map(ResultSet row, int number) throws SQLException {
        return map(row, (String) null);
    }

    static RememberedRevision mapWithText(ResultSet row, int number) throws SQLException {
        return map(row, HistoryRows.text(row, "script_text"));
    }

    private static RememberedRevision map(ResultSet row, @Nullable String scriptText) throws SQLException {
        return new RememberedRevision(
                new RevisionId(row.getString("revision")),
                HistoryRows.strings(row, "down_revisions").stream()
                        .map(RevisionId::new)
                        .toList(),
                HistoryRows.restored(row, "depends_on"),
                HistoryRows.restored(row, "branch_labels"),
                Repertoire.restored(row.getString("message")),
                HistoryRows.text(row, "script"),
                row.getString("checksum"),
                HistoryRows.text(row, "downgrade_script"),
                scriptText);
    }
}
