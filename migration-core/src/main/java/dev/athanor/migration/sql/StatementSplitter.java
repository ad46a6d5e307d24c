package dev.athanor.migration.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells SQL text apart into statements, as psql does: comments between them and empty statements are dropped.
 *
 * @since 0.1.0
 */
public final class StatementSplitter {

    private static final int NOT_FOUND = -1;

    private final String text;
    private final int limit;
    private final Lexer lexer;
    private final ScriptPurpose purpose;
    private final OpenStatement open;
    private List<Statement> statements = new ArrayList<>();
    private List<SqlProblem> problems = new ArrayList<>();
    private int endOfData;

    /**
     * Creates a splitter for a reader that looks for other things in the same tokens.
     *
     * @param text the text
     * @param limit the offset at which it ends, exclusive
     * @param lexer at the token that {@link #accept} is given
     */
    public StatementSplitter(String text, int limit, Lexer lexer) {
        this(text, limit, lexer, ScriptPurpose.REVISION);
    }

    private StatementSplitter(String text, int limit, Lexer lexer, ScriptPurpose purpose) {
        this.text = text;
        this.limit = limit;
        this.lexer = lexer;
        this.purpose = purpose;
        this.open = new OpenStatement(text, lexer);
    }

    /**
     * Returns the statements of a whole text.
     *
     * @throws SqlSyntaxException for the first problem
     */
    public static List<Statement> split(String text) {
        SplitText split = split(text, 0, text.length(), 1);
        if (!split.problems().isEmpty()) {
            throw new SqlSyntaxException(split.problems().get(0));
        }
        return split.statements();
    }

    /**
     * Returns the statements and the problems of a range.
     *
     * @param text the text
     * @param from the offset at which the range begins
     * @param limit the offset at which it ends, exclusive
     * @param firstLine the number of the line on which {@code from} lies
     */
    public static SplitText split(String text, int from, int limit, int firstLine) {
        Lexer lexer = new Lexer(text, from, limit, firstLine);
        return new StatementSplitter(text, limit, lexer).split(from, firstLine);
    }

    /** Returns the statements and the problems of a text with a purpose. */
    public static SplitText split(String text, ScriptPurpose purpose) {
        Lexer lexer = new Lexer(text, 0, text.length(), 1);
        return new StatementSplitter(text, text.length(), lexer, purpose).split(0, 1);
    }

    private SplitText split(int from, int firstLine) {
        try {
            for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                accept(kind);
            }
        } catch (SqlSyntaxException unfinished) {
            acceptUnfinished(unfinished);
        }
        return take(from, limit, firstLine);
    }

    /** Sees the lexer's current token. */
    public void accept(TokenKind kind) {
        switch (kind) {
            case LINE_COMMENT, BLOCK_COMMENT -> {}
            case BACKSLASH -> refuseMetaCommand();
            case SEMICOLON -> acceptSemicolon();
            default -> open.add(kind);
        }
    }

    /** Sees that the current token has no end, after which there is no other one. */
    public void acceptUnfinished(SqlSyntaxException unfinished) {
        problems.add(unfinished.fault());
        open.clear();
    }

    /**
     * Ends the last statement, and begins anew.
     *
     * @param from where the range began
     * @param to where it ends, exclusive
     * @param firstLine the number of the line on which {@code from} lies
     * @return the statements and the problems since the last time
     */
    public SplitText take(int from, int to, int firstLine) {
        finish();
        SplitText taken = new SplitText(statements, problems);
        statements = new ArrayList<>();
        problems = new ArrayList<>();
        open.clear();
        int nul = text.indexOf('\0', from);
        if (nul < 0 || nul >= to) {
            return taken;
        }
        int line = new LineCounter(text, from, firstLine).lineAt(nul);
        return new SplitText(List.of(), List.of(Faults.NUL.on(line)));
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
            problems.add(purpose.copy(copy, open.line()));
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
        String command = text.substring(lexer.start(), end).strip();
        boolean skipped = purpose.skips(command.substring(1));
        if (!skipped) {
            problems.add(MetaCommands.problem(command, lexer.line(), purpose));
            open.clear();
        }
        lexer.resumeAt(lexer.lineEnd(lexer.start()));
    }
}
