package dev.athanor.migration.takeover;

import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import dev.athanor.migration.script.ScriptProblem;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.sql.Lexer;
import dev.athanor.migration.sql.SqlSyntaxException;
import dev.athanor.migration.sql.TokenKind;
import java.util.List;

/**
 * Represents the statements of one section as another tool has them, with the way in which they commit here.
 *
 * @param sql the statements
 * @param transaction how they commit
 */
record SqlPart(String sql, TransactionMode transaction) {

    private static final String HEADER = "-- Revision ID: x\n-- @upgrade%s\n";
    private static final int LINES_BEFORE = 2;

    /**
     * Decides how statements commit: in one transaction, or one by one where they cannot run in a transaction or
     * control transactions themselves.
     *
     * @param location the file that they come from, for problems
     * @param wanted how the other tool was told to run them
     * @throws InvalidScriptException if no revision can hold them; names the lines of the other tool's file
     */
    static SqlPart of(String location, String text, TransactionMode wanted, Placeholders placeholders) {
        String sql = withoutMarkers(text);
        if (wanted == TransactionMode.NONE) {
            check(location, sql, wanted, placeholders);
            return new SqlPart(sql, wanted);
        }
        try {
            check(location, sql, TransactionMode.TRANSACTIONAL, placeholders);
            return new SqlPart(sql, TransactionMode.TRANSACTIONAL);
        } catch (InvalidScriptException inTransaction) {
            check(location, sql, TransactionMode.NONE, placeholders);
            return new SqlPart(sql, TransactionMode.NONE);
        }
    }

    private static void check(String location, String sql, TransactionMode mode, Placeholders placeholders) {
        String header = String.format(HEADER, option(mode));
        try {
            new ScriptParser(placeholders).parseWhole(new ScriptFile(location, header + sql + "\n"));
        } catch (InvalidScriptException e) {
            throw new InvalidScriptException(
                    e.problems().stream().map(SqlPart::inTheirFile).toList());
        }
    }

    private static ScriptProblem inTheirFile(ScriptProblem problem) {
        return new ScriptProblem(
                problem.location(), Math.max(1, problem.line() - LINES_BEFORE), problem.problem(), problem.action());
    }

    private static String option(TransactionMode mode) {
        return mode == TransactionMode.NONE ? " transaction=none" : "";
    }

    /** Returns the option for the line that begins the section; empty for a section in one transaction. */
    String option() {
        return option(transaction);
    }

    /** Returns the text with a {@code ·} before each {@code @} that would make a comment the beginning of a section. */
    private static String withoutMarkers(String text) {
        StringBuilder result = new StringBuilder();
        int done = 0;
        try {
            Lexer lexer = new Lexer(text, 0, text.length(), 1);
            for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                int at = kind == TokenKind.LINE_COMMENT ? marker(text, lexer.start(), lexer.end()) : -1;
                if (at >= 0) {
                    result.append(text, done, at).append('·');
                    done = at;
                }
            }
        } catch (SqlSyntaxException unfinished) {
            // reading the section reports the same error
        }
        return result.append(text, done, text.length()).toString();
    }

    private static int marker(String text, int start, int end) {
        int at = start + 2;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < end && text.charAt(at) == '@' ? at : -1;
    }

    /** Returns the problems of several files as one exception, or nothing if there are none. */
    static void throwIfAny(List<ScriptProblem> problems, String action) {
        if (!problems.isEmpty()) {
            throw new InvalidScriptException(problems, action);
        }
    }
}
