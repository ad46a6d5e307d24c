package dev.athanor.migration.script;

import dev.athanor.migration.sql.Statement;
import java.util.List;

/**
 * The statements of {@code -- @upgrade} or {@code -- @downgrade}.
 *
 * @param statements in order, lines counted in the whole file
 * @param transaction how they commit
 * @param text the section as written, without its marker line
 * @param kept the same with placeholders replaced, secret ones excepted: what the history keeps
 * @param notices what was done to it while reading, such as a dropped {@code BEGIN … COMMIT} pair
 */
public record Section(
        List<Statement> statements, TransactionMode transaction, String text, String kept, List<String> notices) {

    public Section {
        statements = List.copyOf(statements);
        notices = List.copyOf(notices);
    }

    /** A section in which nothing was replaced. */
    public Section(List<Statement> statements, TransactionMode transaction, String text, List<String> notices) {
        this(statements, transaction, text, text, notices);
    }

    /** A section without statements. */
    public static Section empty(TransactionMode transaction) {
        return new Section(List.of(), transaction, "", List.of());
    }
}
