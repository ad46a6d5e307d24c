package dev.athanor.migration.lint;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;

/**
 * Names the place of a statement.
 *
 * @param revision the revision
 * @param section the section: {@link Direction#UPGRADE} or {@link Direction#DOWNGRADE}
 * @param file the file of the revision
 * @param line the line on which the statement begins
 * @param number the number of the statement in its section, from 1
 * @param excerpt the beginning of the statement, in one line and without secret values
 * @since 0.1.0
 */
public record StatementPlace(
        RevisionId revision, Direction section, String file, int line, int number, String excerpt) {

    /** Returns file and line: {@code db/revisions/x.sql:14}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
