package dev.athanor.migration.script;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.RangedStatement;
import dev.athanor.migration.sql.SplitText;
import dev.athanor.migration.sql.SqlSyntaxException;
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
        return new Section(
                kept,
                marker.options(),
                batch(marker, kept),
                new SectionText(written, stored, notices, part.allowances()));
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

    /** Checks what a section that runs in batches may contain. */
    private static final class BatchRules {

        private final Marker marker;
        private final BatchOptions options;
        private final Problems problems;

        BatchRules(Marker marker, BatchOptions options, Problems problems) {
            this.marker = marker;
            this.options = options;
            this.problems = problems;
        }

        /** Returns the batch of the section, or {@code null} if the section does not consist of one valid statement. */
        @Nullable Batch read(List<Statement> statements) {
            if (statements.size() != 1) {
                problems.add(
                        statements.isEmpty() ? marker.line() : statements.get(1).line(),
                        "A section that runs in batches is one statement, and this has " + statements.size() + ".",
                        "Give each statement a revision of its own.");
                return null;
            }
            Statement statement = statements.get(0);
            try {
                RangedStatement ranged = RangedStatement.of(statement.sql());
                check(statement, ranged);
                return options.of(ranged);
            } catch (SqlSyntaxException refused) {
                problems.add(
                        statement.line() + refused.fault().line() - 1,
                        refused.fault().problem(),
                        refused.fault().action());
                return null;
            }
        }

        private void check(Statement statement, RangedStatement ranged) {
            RangedStatement.Walked walked = ranged.walked();
            QualifiedName table = options.table();
            if (walked == null && table == null) {
                problems.add(
                        statement.line(),
                        "The statement has `:batch`, and it is not said which table is walked.",
                        "Name the table of the key on line " + marker.line() + ": `table=users`.");
            } else if (walked != null && table != null && !walked.table().equals(table)) {
                problems.add(
                        marker.line(),
                        "Option `table` names " + table + ", and the statement changes " + walked.table() + ".",
                        "Remove the option, or write `:batch` in the statement where the range of the key goes.");
            }
            if (ranged.assigned().contains(options.key())) {
                problems.add(
                        statement.line(),
                        "The statement sets `" + options.key() + "`, the key by which the table is walked.",
                        "Walk it by another key: a row that moves may be changed twice.");
            }
        }
    }
}
