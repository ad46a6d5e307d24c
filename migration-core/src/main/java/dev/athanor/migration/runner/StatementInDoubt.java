package dev.athanor.migration.runner;

import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Represents a statement that ran outside a transaction and whose end was not recorded.
 *
 * @param script the script of the statement
 * @param statements the statements of the section
 * @param index the index of the statement among them, from 0
 * @param placeholders the placeholders, whose secret values are never shown
 */
record StatementInDoubt(RevisionScript script, List<Statement> statements, int index, Placeholders placeholders) {

    StatementInDoubt {
        statements = List.copyOf(statements);
    }

    /** Returns the statement, or {@code null} if the script no longer has that many statements. */
    @Nullable Statement statement() {
        return index < statements.size() ? statements.get(index) : null;
    }

    String place() {
        Statement statement = statement();
        String place = statement == null ? script.file().location() : script.at(statement.line());
        return "statement " + (index + 1) + " of " + statements.size() + " at " + place;
    }
}
