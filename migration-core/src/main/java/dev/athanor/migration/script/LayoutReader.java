package dev.athanor.migration.script;

import dev.athanor.migration.sql.Lexer;
import dev.athanor.migration.sql.SplitText;
import dev.athanor.migration.sql.SqlSyntaxException;
import dev.athanor.migration.sql.StatementExcerpt;
import dev.athanor.migration.sql.StatementSplitter;
import dev.athanor.migration.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header and the sections. Only real comment lines count, not those inside strings, function bodies and block
 * comments. If no placeholder has to be replaced first, the statements are split in the same pass.
 */
final class LayoutReader {

    private final String text;
    private final Problems problems;
    private final MarkerParser markerParser;
    private final Lexer lexer;
    private final @Nullable StatementSplitter splitter;
    private final List<Header.Line> header = new ArrayList<>();
    private final List<Layout.Part> parts = new ArrayList<>(2);
    private @Nullable Marker section;
    private boolean strayCode;

    private LayoutReader(String text, boolean split, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.markerParser = new MarkerParser(problems);
        this.lexer = new Lexer(text, 0, text.length(), 1);
        this.splitter = split ? new StatementSplitter(text, text.length(), lexer) : null;
    }

    static Layout read(String text, Placeholders placeholders, Problems problems) {
        LayoutReader reader = new LayoutReader(text, placeholders.isEmpty(), problems);
        reader.read();
        return new Layout(reader.header, reader.parts, reader.strayCode);
    }

    private void read() {
        try {
            for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                accept(kind);
            }
        } catch (SqlSyntaxException unfinished) {
            acceptUnfinished(unfinished);
        }
        endSection(text.length());
    }

    private void acceptUnfinished(SqlSyntaxException unfinished) {
        if (section == null) {
            strayCode = true;
            problems.add(unfinished.fault(), LineMap.SAME);
        } else if (splitter != null) {
            splitter.acceptUnfinished(unfinished);
        }
    }

    private void accept(TokenKind kind) {
        if (kind == TokenKind.LINE_COMMENT) {
            acceptComment();
        } else if (section == null) {
            acceptStrayCode(kind);
        } else if (splitter != null) {
            splitter.accept(kind);
        }
    }

    private void acceptStrayCode(TokenKind kind) {
        if (kind != TokenKind.BLOCK_COMMENT && !strayCode) {
            refuseStrayCode();
        }
    }

    private void endSection(int limit) {
        if (section != null) {
            SplitText split = splitter == null ? null : splitter.take(section.end(), limit, section.line());
            parts.add(new Layout.Part(section, limit, split));
        }
    }

    private void acceptComment() {
        int lineStart = lineStart(lexer.start());
        if (lineStart < 0) {
            return;
        }
        Marker marker = mayMark() ? markerParser.parse(text, lineStart, lexer.end(), lexer.line()) : null;
        if (marker != null) {
            endSection(marker.start());
            section = marker;
        } else if (section == null) {
            header.add(new Header.Line(
                    text.substring(lexer.start() + 2, lexer.end()).strip(), lexer.line()));
        }
    }

    private boolean mayMark() {
        int at = lexer.start() + 2;
        while (at < lexer.end() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < lexer.end() && text.charAt(at) == '@';
    }

    /** Returns where the line of the offset begins if only blanks precede the offset on that line, or -1 otherwise. */
    private int lineStart(int offset) {
        int at = offset;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        boolean first = at == 0 || at == 1 && text.charAt(0) == '\uFEFF';
        return first || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r' ? at : -1;
    }

    private void refuseStrayCode() {
        strayCode = true;
        int end = Math.min(text.length(), lexer.start() + StatementExcerpt.READ);
        problems.add(
                lexer.line(),
                "`"
                        + StatementExcerpt.inOneLine(text.substring(lexer.start(), end)
                                .lines()
                                .findFirst()
                                .orElse("")) + "` stands above the first section.",
                "Move it below a line `-- @upgrade`, or make it a comment.");
    }
}
