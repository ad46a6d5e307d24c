package dev.athanor.migration.sql;

import org.jspecify.annotations.Nullable;

/** Tracks the statement that is being read: how far it reaches and what may end it. */
final class OpenStatement {

    private final String text;
    private final Lexer lexer;
    private final Words words;
    private final Words options;
    private final RoutineBody body;
    private final Classifier classifier;
    private int start = -1;
    private int end;
    private int line;
    private int depth;
    private int parenthesisLine;
    private boolean copies;
    private @Nullable Faults copy;
    private @Nullable String copyDirection;

    OpenStatement(String text, Lexer lexer) {
        this.text = text;
        this.lexer = lexer;
        this.words = new Words(text);
        this.options = new Words(text);
        this.body = new RoutineBody(text, lexer, words);
        this.classifier = new Classifier(words, options);
    }

    boolean isEmpty() {
        return start < 0;
    }

    int line() {
        return line;
    }

    /** Returns whether a semicolon belongs to the statement instead of ending it. */
    boolean isNested() {
        return depth > 0 || body.isOpen();
    }

    /** Returns the kind of {@code COPY} from or to the client, or null. */
    @Nullable Faults copy() {
        return copy;
    }

    /** Returns the problem of a construct that is not closed, or null. */
    @Nullable SqlProblem unclosed() {
        if (body.isOpen()) {
            return Faults.BEGIN_ATOMIC.on(body.line());
        }
        return depth > 0 ? Faults.PARENTHESIS.on(parenthesisLine) : null;
    }

    void add(TokenKind kind) {
        if (isEmpty()) {
            begin(kind);
        }
        end = lexer.end();
        body.accept(kind, depth > 0);
        switch (kind) {
            case OPEN -> open();
            case CLOSE -> depth = Math.max(0, depth - 1);
            case WORD -> word();
            case QUOTED_IDENTIFIER -> kept().add(lexer.start(), lexer.end());
            default -> {}
        }
    }

    Statement statement() {
        return Statement.in(text, start, end, line, classifier.kind());
    }

    void clear() {
        start = -1;
        depth = 0;
        copies = false;
        copy = null;
        copyDirection = null;
        words.clear();
        options.clear();
        body.clear();
    }

    private void begin(TokenKind kind) {
        start = lexer.start();
        line = lexer.line();
        classifier.begin(kind);
    }

    private void open() {
        if (depth++ == 0) {
            parenthesisLine = lexer.line();
        }
    }

    private Words kept() {
        return depth == 0 ? words : options;
    }

    private void word() {
        kept().add(lexer.start(), lexer.end());
        if (depth == 0) {
            classifier.see(lexer);
            if (words.count() == 1) {
                copies = words.is(0, "COPY");
            } else if (copies) {
                seeCopy();
            }
        }
    }

    private void seeCopy() {
        if ("FROM".equals(copyDirection) && lexer.isWord("STDIN")) {
            copy = Faults.COPY_FROM_STDIN;
        } else if ("TO".equals(copyDirection) && lexer.isWord("STDOUT")) {
            copy = Faults.COPY_TO_STDOUT;
        }
        copyDirection = lexer.isWord("FROM") ? "FROM" : lexer.isWord("TO") ? "TO" : null;
    }

    /**
     * Tracks {@code BEGIN ATOMIC … END}: the body of an SQL-standard routine, whose semicolons do not end the
     * statement.
     */
    private static final class RoutineBody {

        private final String text;
        private final Lexer lexer;
        private final Words words;
        private int depth;
        private int line;
        private int lastStart;
        private int lastEnd;
        private boolean afterName;

        /**
         * @param lexer at the token that is seen
         * @param words the first words of the statement that may have a body
         */
        RoutineBody(String text, Lexer lexer, Words words) {
            this.text = text;
            this.lexer = lexer;
            this.words = words;
        }

        void clear() {
            depth = 0;
            lastEnd = 0;
            lastStart = 0;
        }

        boolean isOpen() {
            return depth > 0;
        }

        /** Returns the line on which the body begins. */
        int line() {
            return line;
        }

        /** Sees a token; {@code nested} where it is inside parentheses. */
        void accept(TokenKind kind, boolean nested) {
            if (depth > 0) {
                nest(kind);
            } else if (kind == TokenKind.WORD
                    && !nested
                    && lexer.isWord("ATOMIC")
                    && isAfterBegin()
                    && definesRoutine()) {
                depth = 1;
                line = lexer.line(lastStart);
                afterName = false;
            }
            lastStart = lexer.start();
            lastEnd = lexer.end();
        }

        private boolean isAfterBegin() {
            return Characters.isWord(text, lastStart, lastEnd, "BEGIN");
        }

        private boolean definesRoutine() {
            int kind = words.are(1, "OR", "REPLACE") ? 3 : 1;
            return words.is(0, "CREATE") && words.isOneOf(kind, "FUNCTION", "PROCEDURE");
        }

        private void nest(TokenKind kind) {
            boolean word = kind == TokenKind.WORD;
            if (word && !afterName) {
                if (lexer.isWord("CASE")) {
                    depth++;
                } else if (lexer.isWord("END")) {
                    depth--;
                }
            }
            afterName = kind == TokenKind.DOT || word && lexer.isWord("AS");
        }
    }
}
