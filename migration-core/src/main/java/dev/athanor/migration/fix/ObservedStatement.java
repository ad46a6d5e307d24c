package dev.athanor.migration.fix;

import dev.athanor.migration.schema.Schema;

/**
 * Represents a statement of a section that ran in the throw-away database.
 *
 * @param number its number in the section, from 1
 * @param sql the statement as it was sent
 * @param before the schema before
 * @param after the schema after
 */
record ObservedStatement(int number, String sql, Schema before, Schema after) {

    boolean changesSchema() {
        return !before.equals(after);
    }
}
