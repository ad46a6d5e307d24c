package dev.athanor.migration.script;

import dev.athanor.migration.sql.Statement;
import java.util.List;

/**
 * The statements of {@code -- @upgrade} or {@code -- @downgrade}.
 *
 * @param statements in order, lines counted in the whole file
 * @param transaction how they commit
 * @param text the section as written, without its marker line: what the audit log keeps
 * @param notices what was done to it while reading, such as a dropped {@code BEGIN … COMMIT} pair
 */
public record Section(List<Statement> statements, TransactionMode transaction, String text, List<String> notices) {

    public Section {
        statements = List.copyOf(statements);
        notices = List.copyOf(notices);
    }
}
