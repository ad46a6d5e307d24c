package dev.athanor.migration.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds the names of the relations and columns that a statement creates, as the catalogs spell them and without a
 * schema.
 *
 * @param relations names of tables, views and sequences
 * @param columns names of columns
 * @since 0.1.0
 */
public record MadeNames(Set<String> relations, Set<String> columns) {

    private static final Set<String> BEFORE_THE_KIND = Set.of(
            "OR",
            "REPLACE",
            "GLOBAL",
            "LOCAL",
            "TEMP",
            "TEMPORARY",
            "UNLOGGED",
            "RECURSIVE",
            "MATERIALIZED",
            "FOREIGN");
    private static final Set<String> KINDS = Set.of("TABLE", "VIEW", "SEQUENCE");
    private static final Set<String> NO_COLUMNS =
            Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "EXCLUDE", "LIKE");

    public MadeNames {
        relations = Set.copyOf(relations);
        columns = Set.copyOf(columns);
    }

    /** Reads them from a statement; none where it cannot be told apart into tokens. */
    public static MadeNames of(Statement statement) {
        try {
            return new Reader(Tokens.of(statement.sql()).all()).read();
        } catch (SqlSyntaxException unfinished) {
            return new MadeNames(Set.of(), Set.of());
        }
    }

    /** Walks over the tokens. */
    private static final class Reader {

        private final List<Token> tokens;
        private final Set<String> relations = new LinkedHashSet<>();
        private final Set<String> columns = new LinkedHashSet<>();

        Reader(List<Token> tokens) {
            this.tokens = tokens;
        }

        MadeNames read() {
            if (at(0).is("CREATE")) {
                create();
            } else if (at(0).is("ALTER")) {
                alter();
            }
            return new MadeNames(relations, columns);
        }

        private void create() {
            int index = 1;
            while (isOneOf(index, BEFORE_THE_KIND)) {
                index++;
            }
            if (!isOneOf(index, KINDS)) {
                return;
            }
            boolean table = at(index).is("TABLE");
            int name = last(withoutCondition(index + 1));
            if (at(name).isName()) {
                relations.add(at(name).name());
            }
            if (table && at(name + 1).kind() == TokenKind.OPEN) {
                columnsOf(name + 1);
            }
        }

        private void columnsOf(int open) {
            int depth = at(open).depth() + 1;
            for (int index = open + 1; index < tokens.size() && at(index).depth() >= depth; index++) {
                boolean first = index == open + 1
                        || at(index - 1).isSymbol(",") && at(index - 1).depth() == depth;
                if (first) {
                    column(index);
                }
            }
        }

        private void alter() {
            for (int index = 1; index < tokens.size(); index++) {
                if (at(index).is("ADD")) {
                    int name = at(index + 1).is("COLUMN") ? index + 2 : index + 1;
                    column(withoutCondition(name));
                } else if (at(index).is("RENAME")) {
                    rename(index + 1);
                }
            }
        }

        private void rename(int index) {
            if (at(index).is("TO")) {
                relations.add(at(index + 1).name());
            } else if (!at(index).is("CONSTRAINT")) {
                int to = at(index).is("COLUMN") ? index + 2 : index + 1;
                if (at(to).is("TO")) {
                    column(to + 1);
                }
            }
        }

        private void column(int index) {
            if (at(index).isName() && !isOneOf(index, NO_COLUMNS)) {
                columns.add(at(index).name());
            }
        }

        private int withoutCondition(int index) {
            return at(index).is("IF") && at(index + 1).is("NOT") ? index + 3 : index;
        }

        /** Returns the last part of a name that may have a schema. */
        private int last(int index) {
            return at(index + 1).kind() == TokenKind.DOT ? last(index + 2) : index;
        }

        private boolean isOneOf(int index, Set<String> keywords) {
            return keywords.stream().anyMatch(at(index)::is);
        }

        private Token at(int index) {
            return tokens.get(Math.min(index, tokens.size() - 1));
        }
    }
}
