package dev.athanor.migration.history;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.session.Repertoire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Represents a revision as the history stores it, from the last time that it was applied, stamped or repaired.
 *
 * @param id the id
 * @param downRevisions the revisions that it revises
 * @param dependsOn the ids and labels that it depends on
 * @param branchLabels the branch labels
 * @param message the message of the revision
 * @param script the location of the script
 * @param checksum the checksum of the script
 * @param downgradeScript the downgrade section with its marker line, or {@code null} if the revision had none
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
        @Nullable String downgradeScript) {

    static String select(String history) {
        return "SELECT * FROM (SELECT DISTINCT ON (revision) id, revision, down_revisions, depends_on, branch_labels,"
                + " message, script, checksum, downgrade_script FROM " + history
                + " WHERE outcome = 'success' AND direction <> 'downgrade' ORDER BY revision, id DESC) AS latest"
                + " ORDER BY id";
    }

    static RememberedRevision map(ResultSet row, int number) throws SQLException {
        return new RememberedRevision(
                new RevisionId(row.getString("revision")),
                strings(row, "down_revisions").stream().map(RevisionId::new).toList(),
                restored(row, "depends_on"),
                restored(row, "branch_labels"),
                Repertoire.restored(row.getString("message")),
                text(row, "script"),
                row.getString("checksum"),
                text(row, "downgrade_script"));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        @Nullable String stored = row.getString(column);
        return stored == null ? null : Repertoire.restored(stored);
    }

    private static List<String> restored(ResultSet row, String column) throws SQLException {
        return strings(row, column).stream().map(Repertoire::restored).toList();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
