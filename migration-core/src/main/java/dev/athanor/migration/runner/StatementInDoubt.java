package dev.athanor.migration.runner;

import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was begun by itself and whose end was not noted.
 *
 * @param script its script
 * @param statements the section's
 * @param index its place among them, from 0
 * @param placeholders whose secret values are shown nowhere
 */
record StatementInDoubt(RevisionScript script, List<Statement> statements, int index, Placeholders placeholders) {

    StatementInDoubt {
        statements = List.copyOf(statements);
    }

    /** The statement; null where the script no longer has so many. */
    @Nullable Statement statement() {
        return index < statements.size() ? statements.get(index) : null;
    }

    String place() {
        Statement statement = statement();
        String place = statement == null ? script.file().location() : script.at(statement.line());
        return "statement " + (index + 1) + " of " + statements.size() + " at " + place;
    }
}
