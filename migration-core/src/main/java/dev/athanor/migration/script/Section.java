package dev.athanor.migration.script;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Represents the statements of {@code -- @upgrade} or {@code -- @downgrade}.
 *
 * <p>The texts of a section are ranges of the file's text and are copied only when they are requested.
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

    /** Creates a section in which no placeholder was replaced. */
    public Section(List<Statement> statements, TransactionMode transaction, String text, List<String> notices) {
        this(statements, SectionOptions.of(transaction), null, SectionText.of(text, notices), null);
    }

    /** Returns a section without statements. */
    public static Section empty(TransactionMode transaction) {
        return new Section(List.of(), transaction, "", List.of());
    }

    /** Returns a section in Java, whose statements are known only when it runs. */
    static Section of(JavaCode code, TransactionMode transaction, List<Allowance> allowances) {
        TextRange described = TextRange.of("-- " + code.describe() + "\n");
        SectionText text = new SectionText(described, described, List.of(), allowances);
        return new Section(List.of(), SectionOptions.of(transaction), null, text, code);
    }

    /** Returns the code of a section in Java, or empty for a section in SQL. */
    public Optional<JavaCode> code() {
        return Optional.ofNullable(code);
    }

    /** Returns whether the section has nothing to run. */
    public boolean isEmpty() {
        return statements.isEmpty() && code == null;
    }

    /** Returns the statements in order; their lines are counted in the whole file. */
    public List<Statement> statements() {
        return statements;
    }

    /** Returns how the statements commit. */
    public TransactionMode transaction() {
        return options.transaction();
    }

    /** Returns how the section's only statement walks a table, if it runs in batches. */
    public Optional<Batch> batch() {
        return Optional.ofNullable(batch);
    }

    /** Returns the extension that the server must offer for the section to run, if there is one. */
    public Optional<String> extension() {
        return Optional.ofNullable(options.extension());
    }

    /** Returns the options of the marker line as written: {@code batch=5000}, {@code key=id}. */
    public List<String> options() {
        return options.words();
    }

    /** Returns whether the server offers the extension. */
    public ExtensionOffer offer() {
        return options.offer();
    }

    /**
     * Returns the same section for a server whose offer is known; without statements if the extension is not offered.
     */
    public Section decided(ExtensionOffer known) {
        return known == ExtensionOffer.NOT_OFFERED
                ? new Section(List.of(), options.decided(known), null, written, null)
                : new Section(statements, options.decided(known), batch, written, code);
    }

    /** Returns the section as written, without its marker line. */
    public String text() {
        return written.text().toString();
    }

    /** Returns the section with placeholders replaced, except secret ones, as the history keeps it. */
    public String kept() {
        return written.kept().toString();
    }

    /** Returns notices about changes made while reading, such as a dropped {@code BEGIN … COMMIT} pair. */
    public List<String> notices() {
        return written.notices();
    }

    /** Returns the findings of lint that the author accepts in this section. */
    public List<Allowance> allowances() {
        return written.allowances();
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
