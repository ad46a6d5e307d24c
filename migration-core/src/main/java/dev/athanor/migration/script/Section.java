package dev.athanor.migration.script;

import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements of {@code -- @upgrade} or {@code -- @downgrade}.
 *
 * <p>Its texts are places in that of the file: nothing is copied until it is asked for.
 */
public final class Section {

    private final List<Statement> statements;
    private final TransactionMode transaction;
    private final TextRange text;
    private final TextRange kept;
    private final List<String> notices;
    private final @Nullable JavaCode code;

    Section(
            List<Statement> statements,
            TransactionMode transaction,
            TextRange text,
            TextRange kept,
            List<String> notices,
            @Nullable JavaCode code) {
        this.statements = List.copyOf(statements);
        this.transaction = transaction;
        this.text = text;
        this.kept = kept;
        this.notices = List.copyOf(notices);
        this.code = code;
    }

    Section(
            List<Statement> statements,
            TransactionMode transaction,
            TextRange text,
            TextRange kept,
            List<String> notices) {
        this(statements, transaction, text, kept, notices, null);
    }

    /** A section in which nothing was replaced. */
    public Section(List<Statement> statements, TransactionMode transaction, String text, List<String> notices) {
        this(statements, transaction, TextRange.of(text), TextRange.of(text), notices);
    }

    /** A section without statements. */
    public static Section empty(TransactionMode transaction) {
        return new Section(List.of(), transaction, "", List.of());
    }

    /** A section in Java: its statements are known when it runs. */
    static Section of(JavaCode code, TransactionMode transaction) {
        TextRange text = TextRange.of("-- " + code.describe() + "\n");
        return new Section(List.of(), transaction, text, text, List.of(), code);
    }

    /** What it does where it is in Java. */
    public Optional<JavaCode> code() {
        return Optional.ofNullable(code);
    }

    /** Whether it does nothing. */
    public boolean isEmpty() {
        return statements.isEmpty() && code == null;
    }

    /** In order, lines counted in the whole file. */
    public List<Statement> statements() {
        return statements;
    }

    /** How they commit. */
    public TransactionMode transaction() {
        return transaction;
    }

    /** The section as written, without its marker line. */
    public String text() {
        return text.toString();
    }

    /** The same with placeholders replaced, secret ones excepted: what the history keeps. */
    public String kept() {
        return kept.toString();
    }

    /** What was done to it while reading, such as a dropped {@code BEGIN … COMMIT} pair. */
    public List<String> notices() {
        return notices;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Section section
                && statements.equals(section.statements)
                && transaction == section.transaction
                && text().equals(section.text())
                && kept().equals(section.kept())
                && notices.equals(section.notices)
                && Objects.equals(code, section.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(statements, transaction, notices);
    }

    @Override
    public String toString() {
        return "Section[statements=" + statements + ", transaction=" + transaction + ", text=" + text + ", kept=" + kept
                + ", notices=" + notices + "]";
    }
}
