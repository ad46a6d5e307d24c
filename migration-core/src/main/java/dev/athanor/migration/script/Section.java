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
 *
 * @since 0.1.0
 */
public final class Section {

    private final List<Statement> statements;
    private final SectionOptions options;
    private final @Nullable Batch batch;
    private final SectionText written;
    private final @Nullable JavaCode code;

    private Section(
            List<Statement> statements,
            SectionOptions options,
            @Nullable Batch batch,
            SectionText written,
            @Nullable JavaCode code) {
        this.statements = List.copyOf(statements);
        this.options = options;
        this.batch = batch;
        this.written = written;
        this.code = code;
    }

    Section(List<Statement> statements, SectionOptions options, @Nullable Batch batch, SectionText written) {
        this(statements, options, batch, written, null);
    }

    /** A section in which nothing was replaced. */
    public Section(List<Statement> statements, TransactionMode transaction, String text, List<String> notices) {
        this(statements, SectionOptions.of(transaction), null, SectionText.of(text, notices), null);
    }

    /** A section without statements. */
    public static Section empty(TransactionMode transaction) {
        return new Section(List.of(), transaction, "", List.of());
    }

    /** A section in Java: its statements are known when it runs. */
    static Section of(JavaCode code, TransactionMode transaction) {
        SectionText text = SectionText.of("-- " + code.describe() + "\n", List.of());
        return new Section(List.of(), SectionOptions.of(transaction), null, text, code);
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

    /** Whether the server offers that extension. */
    public ExtensionOffer offer() {
        return options.offer();
    }

    /** The same on a server of which that is known: without statements where the extension is not offered. */
    public Section decided(ExtensionOffer known) {
        return known == ExtensionOffer.NOT_OFFERED
                ? new Section(List.of(), options.decided(known), null, written, null)
                : new Section(statements, options.decided(known), batch, written, code);
    }

    /** The section as written, without its marker line. */
    public String text() {
        return written.text().toString();
    }

    /** The same with placeholders replaced, secret ones excepted: what the history keeps. */
    public String kept() {
        return written.kept().toString();
    }

    /** What was done to it while reading, such as a dropped {@code BEGIN … COMMIT} pair. */
    public List<String> notices() {
        return written.notices();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Section section
                && statements.equals(section.statements)
                && options.equals(section.options)
                && text().equals(section.text())
                && kept().equals(section.kept())
                && notices().equals(section.notices())
                && Objects.equals(code, section.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(statements, options, notices());
    }

    @Override
    public String toString() {
        return "Section[statements=" + statements + ", options=" + options.words() + ", text=" + written.text()
                + ", kept=" + written.kept() + ", notices=" + notices() + "]";
    }
}
