package dev.athanor.migration.runner;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import java.util.Map;

/**
 * What the database says of itself (station 4).
 *
 * @param heads the version table's rows; none where there is no table yet
 * @param versionTable whether there is a version table
 * @param historyTable whether there is a history table
 * @param checksums the checksum recorded last for each revision that the history knows
 */
public record DatabaseState(
        Heads heads, boolean versionTable, boolean historyTable, Map<RevisionId, String> checksums) {

    public DatabaseState {
        checksums = Map.copyOf(checksums);
    }
}
