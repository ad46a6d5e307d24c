package dev.athanor.migration.sql;

import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Represents a statement with the places at which a condition on a key restricts it to a part of a table.
 *
 * @param sql the statement
 * @param walked the table that it changes and that restricts it; null if the author has placed the condition
 * @param places the places of the condition
 * @param tail the text after the statement
 * @param assigned the columns that the statement sets, as the catalogs spell them
 * @since 0.1.0
 */
public record RangedStatement(
        String sql, @Nullable Walked walked, List<Place> places, String tail, List<String> assigned) {

    /**
     * Represents the table of an {@code UPDATE} or {@code DELETE}.
     *
     * @param table its name
     * @param reference the name of the table in the statement, as SQL
     */
    public record Walked(QualifiedName table, String reference) {}

    /**
     * Represents the text that the condition replaces.
     *
     * @param start the offset in the statement
     * @param end the offset at which it ends, exclusive
     * @param before the text between the statement and the condition
     * @param after the text between the condition and the rest of the statement
     */
    public record Place(int start, int end, String before, String after) {}

    public RangedStatement {
        places = List.copyOf(places);
        assigned = List.copyOf(assigned);
    }

    /**
     * Finds the places.
     *
     * @throws SqlSyntaxException where it is no {@code UPDATE}, {@code DELETE} or {@code INSERT} that can be restricted
     */
    public static RangedStatement of(String sql) {
        return new RangedStatementParser(sql).parse();
    }

    /** Returns the name of the key in the statement, qualified if another table may have a column of that name. */
    public String key(String column, @Nullable String alias) {
        String name = new Identifier(column).quotedIfNeeded();
        if (walked != null) {
            return walked.reference() + "." + name;
        }
        return alias == null ? name : new Identifier(alias).quotedIfNeeded() + "." + name;
    }

    /** Returns the statement for a part of the table. */
    public RestrictedStatement where(String condition) {
        return RestrictedStatement.of(this, condition);
    }

    /** Finds where a condition on a key goes. */
    private static final class RangedStatementParser {

        private static final String PLACE = "`:batch`";

        private final String sql;
        private final Tokens tokens;

        RangedStatementParser(String sql) {
            this.sql = sql;
            this.tokens = Tokens.of(sql);
        }

        RangedStatement parse() {
            Token first = tokens.take();
            if (!first.is("UPDATE") && !first.is("DELETE") && !first.is("INSERT")) {
                throw refusal(
                        first,
                        "`" + first.text().toUpperCase(Locale.ROOT) + "` cannot run in batches.",
                        "Write one UPDATE, DELETE or INSERT … SELECT, without WITH before it.");
            }
            Token returning = tokens.find("RETURNING");
            if (returning.kind() != TokenKind.END) {
                throw refusal(returning, "A batch cannot return rows.", "Remove RETURNING.");
            }
            List<RangedStatement.Place> written = written();
            if (!written.isEmpty()) {
                return new RangedStatement(sql, null, written, "", List.of());
            }
            if (first.is("INSERT")) {
                throw refusal(
                        first,
                        "The INSERT does not say where the range of the key goes.",
                        "Write " + PLACE + " as a condition of its SELECT: `… FROM users WHERE :batch`.");
            }
            return first.is("UPDATE") ? update() : delete();
        }

        private List<RangedStatement.Place> written() {
            List<RangedStatement.Place> places = new ArrayList<>();
            List<Token> all = tokens.all();
            for (int index = 1; index < all.size(); index++) {
                Token colon = all.get(index - 1);
                boolean cast = index > 1
                        && all.get(index - 2).isSymbol(":")
                        && all.get(index - 2).end() == colon.start();
                if (all.get(index).is("batch")
                        && colon.isSymbol(":")
                        && !cast
                        && colon.end() == all.get(index).start()) {
                    places.add(new RangedStatement.Place(
                            colon.start(), all.get(index).end(), "(", ")"));
                }
            }
            return places;
        }

        private RangedStatement update() {
            RangedStatement.Walked walked = walked("SET");
            Token set = tokens.take();
            if (!set.is("SET")) {
                throw unreadable(set);
            }
            return restricted(walked, assigned());
        }

        private RangedStatement delete() {
            Token from = tokens.take();
            if (!from.is("FROM")) {
                throw unreadable(from);
            }
            return restricted(walked("USING"), List.of());
        }

        private RangedStatement.Walked walked(String next) {
            boolean only = tokens.take("ONLY");
            boolean enclosed = only && tokens.take(TokenKind.OPEN);
            QualifiedName table = table();
            String reference = new Identifier(table.name()).quotedIfNeeded();
            if (enclosed && !tokens.take(TokenKind.CLOSE)) {
                throw unreadable(tokens.current());
            }
            if (tokens.current().isSymbol("*")) {
                tokens.take();
            }
            String alias = alias(next);
            return new RangedStatement.Walked(table, alias == null ? reference : alias);
        }

        private QualifiedName table() {
            String first = name();
            if (!tokens.take(TokenKind.DOT)) {
                return QualifiedName.of(first);
            }
            String second = name();
            if (!tokens.take(TokenKind.DOT)) {
                return QualifiedName.of(first, second);
            }
            throw unreadable(tokens.current());
        }

        private String name() {
            Token token = tokens.take();
            boolean encoded = token.is("U") && tokens.current().isSymbol("&");
            if (!token.isName() || encoded) {
                throw unreadable(token);
            }
            return token.name();
        }

        private @Nullable String alias(String next) {
            boolean said = tokens.take("AS");
            Token token = tokens.current();
            if (!token.isName() || !said && (token.is(next) || token.is("WHERE"))) {
                return null;
            }
            tokens.take();
            return token.text();
        }

        private RangedStatement restricted(RangedStatement.Walked walked, List<String> assigned) {
            Token where = tokens.find("WHERE");
            if (where.kind() == TokenKind.END) {
                return new RangedStatement(sql, walked, List.of(end("\nWHERE ")), "", assigned);
            }
            List<Token> all = tokens.all();
            if (all.get(all.indexOf(where) + 1).is("CURRENT")
                    && all.get(all.indexOf(where) + 2).is("OF")) {
                throw refusal(
                        where,
                        "`WHERE CURRENT OF` is one row of a cursor.",
                        "Say in a condition which rows are meant.");
            }
            return new RangedStatement(
                    sql,
                    walked,
                    List.of(new RangedStatement.Place(where.end(), where.end(), " ", " AND (")),
                    "\n)",
                    assigned);
        }

        private RangedStatement.Place end(String before) {
            return new RangedStatement.Place(sql.length(), sql.length(), before, "");
        }

        /** Reads the names on the left of each assignment: {@code a = 1, (b, c) = (SELECT …), d.e = 2}. */
        private List<String> assigned() {
            List<String> names = new ArrayList<>();
            boolean left = true;
            boolean part = false;
            for (Token token = tokens.current(); token.kind() != TokenKind.END; token = tokens.current()) {
                if (token.depth() == 0 && (token.is("FROM") && endsAssignments() || token.is("WHERE"))) {
                    break;
                }
                if (left && token.isName() && !part) {
                    names.add(token.name());
                }
                part = token.kind() == TokenKind.DOT;
                left = left ? !token.isSymbol("=") : token.depth() == 0 && token.isSymbol(",");
                tokens.take();
            }
            return names;
        }

        /** Returns whether the token ends the assignments; {@code IS DISTINCT FROM} is an operator. */
        private boolean endsAssignments() {
            List<Token> all = tokens.all();
            return !all.get(all.indexOf(tokens.current()) - 1).is("DISTINCT");
        }

        private SqlSyntaxException unreadable(Token at) {
            return refusal(
                    at,
                    "Which table is changed cannot be read" + (at.text().isEmpty() ? "." : " at `" + at.text() + "`."),
                    "Begin it with `UPDATE <table>` or `DELETE FROM <table>`, or write " + PLACE
                            + " where the range of the" + " key goes.");
        }

        private static SqlSyntaxException refusal(Token at, String problem, String action) {
            return new SqlSyntaxException(new SqlProblem(at.line(), problem, action));
        }
    }
}
