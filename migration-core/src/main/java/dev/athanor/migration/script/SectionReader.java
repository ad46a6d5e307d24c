package dev.athanor.migration.script;

import dev.athanor.migration.operation.Batch;
import dev.athanor.migration.sql.SplitText;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementExcerpt;
import dev.athanor.migration.sql.StatementSplitter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one section: replaces placeholders, splits the text into statements, and checks them. */
final class SectionReader {

    private final String text;
    private final Placeholders placeholders;
    private final Problems problems;

    SectionReader(String text, Placeholders placeholders, Problems problems) {
        this.text = text;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** Reads the section below a marker. */
    Section read(Layout.Part part) {
        Marker marker = part.marker();
        List<Statement> statements = statements(part);
        TransactionRules rules = new TransactionRules(marker, problems);
        boolean wrapped = rules.isWrapped(statements);
        List<Statement> kept = wrapped ? statements.subList(1, statements.size() - 1) : statements;
        rules.check(kept);
        List<String> notices = wrapped ? List.of(dropped(statements)) : List.of();
        TextRange written = new TextRange(text, nextLine(marker.end()), part.limit(), marker.line());
        TextRange stored = placeholders.isEmpty() ? written : stored(written);
        return new Section(kept, marker.options(), batch(marker, kept), new SectionText(written, stored, notices));
    }

    private @Nullable Batch batch(Marker marker, List<Statement> statements) {
        BatchOptions options = marker.options().batch();
        return options == null || marker.waiver() != null
                ? null
                : new BatchRules(marker, options, problems).read(statements);
    }

    /**
     * Returns the text that the history keeps. Its problems are dropped, because the replacement in the statements
     * reports the same ones.
     */
    private TextRange stored(TextRange written) {
        return Substitution.replace(written, placeholders.withSecretsHidden(), new Problems("", placeholders))
                .range();
    }

    private List<Statement> statements(Layout.Part part) {
        SplitText split = part.split();
        if (split == null) {
            return replaced(new TextRange(
                    text, part.marker().end(), part.limit(), part.marker().line()));
        }
        split.problems().forEach(fault -> problems.add(fault, LineMap.SAME));
        return split.statements();
    }

    private List<Statement> replaced(TextRange range) {
        Substitution.Replaced replaced = Substitution.replace(range, placeholders, problems);
        TextRange sql = replaced.range();
        LineMap lines = replaced.lines();
        SplitText split = StatementSplitter.split(sql.text(), sql.from(), sql.limit(), sql.line());
        split.problems().forEach(fault -> problems.add(fault, lines));
        return lines.insertions().isEmpty()
                ? split.statements()
                : split.statements().stream()
                        .map(statement -> statement.at(lines.fileLine(statement.line())))
                        .toList();
    }

    private String dropped(List<Statement> statements) {
        Statement begin = statements.get(0);
        Statement commit = statements.get(statements.size() - 1);
        return problems.at(begin.line()) + ": `" + StatementExcerpt.inOneLine(begin.sql()) + "`, and `"
                + StatementExcerpt.inOneLine(commit.sql())
                + "` on line " + commit.line()
                + ", were dropped: the section runs in a transaction that also records the revision.";
    }

    private int nextLine(int lineEnd) {
        if (text.startsWith("\r\n", lineEnd)) {
            return lineEnd + 2;
        }
        return Math.min(lineEnd + 1, text.length());
    }
}
