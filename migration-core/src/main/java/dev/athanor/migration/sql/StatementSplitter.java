package dev.athanor.migration.sql;

import java.util.ArrayList;
import java.util.List;

/** Tells SQL text apart into statements, as psql does: comments between them and empty statements are dropped. */
public final class StatementSplitter {

    private static final int NOT_FOUND = -1;

    private final String text;
    private final int limit;
    private final Lexer lexer;
    private final OpenStatement open;
    private final List<Statement> statements = new ArrayList<>();
    private final List<SqlProblem> problems = new ArrayList<>();
    private int endOfData;

    private StatementSplitter(String text, int from, int limit, int firstLine) {
        this.text = text;
        this.limit = limit;
        this.lexer = new Lexer(text, from, limit, firstLine);
        this.open = new OpenStatement(text, lexer);
    }

    /**
     * The statements of a whole text.
     *
     * @throws SqlSyntaxException at the first problem
     */
    public static List<Statement> split(String text) {
        SplitText split = split(text, 0, text.length(), 1);
        if (!split.problems().isEmpty()) {
            throw new SqlSyntaxException(split.problems().get(0));
        }
        return split.statements();
    }

    /**
     * The statements and the problems of a range.
     *
     * @param text the text
     * @param from where the range begins
     * @param limit where it ends, exclusive
     * @param firstLine the number of the line on which {@code from} lies
     */
    public static SplitText split(String text, int from, int limit, int firstLine) {
        int nul = text.indexOf('\0', from);
        if (nul >= 0 && nul < limit) {
            int line = new LineCounter(text, from, firstLine).lineAt(nul);
            return new SplitText(List.of(), List.of(Faults.NUL.on(line)));
        }
        return new StatementSplitter(text, from, limit, firstLine).split();
    }

    private SplitText split() {
        try {
            for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                accept(kind);
            }
            finish();
        } catch (SqlSyntaxException unfinished) {
            problems.add(unfinished.fault());
        }
        return new SplitText(statements, problems);
    }

    private void accept(TokenKind kind) {
        switch (kind) {
            case LINE_COMMENT, BLOCK_COMMENT -> {}
            case BACKSLASH -> refuseMetaCommand();
            case SEMICOLON -> acceptSemicolon();
            default -> open.add(kind);
        }
    }

    private void acceptSemicolon() {
        if (open.isNested()) {
            open.add(TokenKind.SEMICOLON);
        } else {
            close();
        }
    }

    private void finish() {
        SqlProblem unclosed = open.unclosed();
        if (unclosed == null) {
            close();
        } else {
            problems.add(unclosed);
        }
    }

    private void close() {
        Faults copy = open.copy();
        if (copy != null) {
            problems.add(copy.on(open.line()));
            skipCopiedData(copy);
        } else if (!open.isEmpty()) {
            statements.add(open.statement());
        }
        open.clear();
    }

    private void skipCopiedData(Faults copy) {
        if (copy != Faults.COPY_FROM_STDIN || endOfData == NOT_FOUND) {
            return;
        }
        endOfData = text.indexOf("\n\\.", lexer.end());
        if (endOfData >= 0 && endOfData < limit) {
            lexer.resumeAt(endOfData + 3);
        }
    }

    private void refuseMetaCommand() {
        int name = lexer.end();
        while (name < limit && Characters.startsWord(text.charAt(name))) {
            name++;
        }
        int end = name == lexer.end() ? Math.min(name + 1, limit) : name;
        problems.add(MetaCommands.problem(text.substring(lexer.start(), end).strip(), lexer.line()));
        lexer.resumeAt(lexer.lineEnd(lexer.start()));
        open.clear();
    }
}
