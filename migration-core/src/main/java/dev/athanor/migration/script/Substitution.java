package dev.athanor.migration.script;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.sql.Lexer;
import dev.athanor.migration.sql.LineCounter;
import dev.athanor.migration.sql.SqlSyntaxException;
import dev.athanor.migration.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Replaces the placeholders of one section. */
final class Substitution {

    private final String text;
    private final int limit;
    private final Placeholders placeholders;
    private final Problems problems;
    private final LineCounter lines;
    private final StringBuilder replaced = new StringBuilder();
    private final List<LineMap.Insertion> insertions = new ArrayList<>();
    private int inserted;
    private int opening = -1;

    private Substitution(TextRange range, Placeholders placeholders, Problems problems) {
        this.text = range.text();
        this.limit = range.limit();
        this.placeholders = placeholders;
        this.problems = problems;
        this.lines = new LineCounter(text, range.from(), range.line());
    }

    /**
     * Holds a section's text with its placeholders replaced.
     *
     * @param range the whole new text, beginning on the line on which the section begins
     * @param lines the map back to the lines of the file
     */
    record Replaced(TextRange range, LineMap lines) {}

    static Replaced replace(TextRange range, Placeholders placeholders, Problems problems) {
        Substitution substitution = new Substitution(range, placeholders, problems);
        substitution.replaceTokens(range);
        String text = substitution.replaced.toString();
        return new Replaced(new TextRange(text, 0, text.length(), range.line()), new LineMap(substitution.insertions));
    }

    private void replaceTokens(TextRange range) {
        int done = range.from();
        try {
            Lexer lexer = range.lexer();
            for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                if (kind == TokenKind.LINE_COMMENT || kind == TokenKind.BLOCK_COMMENT) {
                    replace(done, lexer.start(), false);
                    copy(lexer.start(), lexer.end());
                    done = lexer.end();
                } else if (kind == TokenKind.DOLLAR_STRING) {
                    replace(done, lexer.start(), false);
                    replaceDollarString(lexer);
                    done = lexer.end();
                }
            }
        } catch (SqlSyntaxException unfinished) {
            // the statement splitter meets the same error, and reports it
        }
        replace(done, limit, false);
    }

    private void replaceDollarString(Lexer lexer) {
        int bodyStart = lexer.start() + lexer.delimiterLength();
        int bodyEnd = lexer.end() - lexer.delimiterLength();
        copy(lexer.start(), bodyStart);
        replace(bodyStart, bodyEnd, true);
        copy(bodyEnd, lexer.end());
    }

    private void copy(int from, int to) {
        replaced.append(text, from, to);
    }

    private void replace(int from, int to, boolean dollarBody) {
        int done = from;
        for (int open = nextOpening(from); open < to; open = nextOpening(open + 2)) {
            int close = nameEnd(open + 2, to);
            if (close < to && text.charAt(close) == '}' && !(dollarBody && quotes(from, open))) {
                copy(done, open);
                insert(text.substring(open + 2, close), open);
                done = close + 1;
            }
        }
        copy(done, to);
    }

    /** Returns the next opening of a placeholder, which is remembered until the search has passed it. */
    private int nextOpening(int from) {
        if (opening < from) {
            int found = text.indexOf("${", from);
            opening = found < 0 ? Integer.MAX_VALUE : found;
        }
        return opening;
    }

    /** Returns where the name ends, or {@code to} if there is no name. */
    private int nameEnd(int start, int to) {
        int at = start;
        while (at < to && Placeholders.inName(text.charAt(at))) {
            at++;
        }
        return at == start ? to : at;
    }

    /** Returns whether the dollar sign is the second one of {@code $$}. */
    private boolean quotes(int from, int dollar) {
        int first = dollar;
        while (first > from && text.charAt(first - 1) == '$') {
            first--;
        }
        return (dollar - first) % 2 == 1;
    }

    private void insert(String name, int offset) {
        int line = lines.lineAt(offset);
        String value = placeholders.values().get(name);
        if (value == null) {
            problems.add(
                    line,
                    "Placeholder ${" + name + "} is not defined.",
                    "Set migration.placeholders." + name + ", or use one that is defined: "
                            + CappedList.of(placeholders.values().keySet()) + ".");
            return;
        }
        int lineEnds = new LineCounter(value, 0, 0).lineAt(value.length());
        if (lineEnds > 0) {
            insertions.add(new LineMap.Insertion(line + inserted, lineEnds));
            inserted += lineEnds;
        }
        replaced.append(value);
    }
}
