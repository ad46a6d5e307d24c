package dev.athanor.migration.script;

import dev.athanor.migration.operation.Batch;
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
    private final SectionOptions options;
    private final @Nullable Batch batch;
    private final TextRange text;
    private final TextRange kept;
    private final List<String> notices;

    Section(
            List<Statement> statements,
            SectionOptions options,
            @Nullable Batch batch,
            TextRange text,
            TextRange kept,
            List<String> notices) {
        this.statements = List.copyOf(statements);
        this.options = options;
        this.batch = batch;
        this.text = text;
        this.kept = kept;
        this.notices = List.copyOf(notices);
    }

    /** A section in which nothing was replaced. */
    public Section(List<Statement> statements, TransactionMode transaction, String text, List<String> notices) {
        this(statements, SectionOptions.of(transaction), null, TextRange.of(text), TextRange.of(text), notices);
    }

    /** A section without statements. */
    public static Section empty(TransactionMode transaction) {
        return new Section(List.of(), transaction, "", List.of());
    }

    /** In order, lines counted in the whole file. */
    public List<Statement> statements() {
        return statements;
    }

    /** How they commit. */
    public TransactionMode transaction() {
        return options.transaction();
    }

    /** How its one statement walks a table, where it does. */
    public Optional<Batch> batch() {
        return Optional.ofNullable(batch);
    }

    /** The extension that the server has to offer for it to run, where there is one. */
    public Optional<String> extension() {
        return Optional.ofNullable(options.extension());
    }

    /** What its marker line says of it, as written: {@code batch=5000}, {@code key=id}. */
    public List<String> options() {
        return options.words();
    }

    /** The same on a server that has not what it needs: nothing to do. */
    public Section skipped() {
        SectionOptions none =
                new SectionOptions(TransactionMode.TRANSACTIONAL, null, options.extension(), options.words());
        return new Section(List.of(), none, null, text, kept, notices);
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
                && options.equals(section.options)
                && text().equals(section.text())
                && kept().equals(section.kept())
                && notices.equals(section.notices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(statements, options, notices);
    }

    @Override
    public String toString() {
        return "Section[statements=" + statements + ", options=" + options.words() + ", text=" + text + ", kept=" + kept
                + ", notices=" + notices + "]";
    }
}
