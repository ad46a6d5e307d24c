package dev.athanor.migration.sql;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the names from statements that run alone. */
final class LoneStatementParser {

    private static final Set<String> REPEATABLE =
            Set.of("REINDEX", "VACUUM", "ANALYZE", "ANALYSE", "CLUSTER", "CHECKPOINT", "DISCARD", "REFRESH");

    private final String sql;
    private final Lexer lexer;
    private TokenKind kind = TokenKind.END;

    LoneStatementParser(String sql) {
        this.sql = sql;
        this.lexer = new Lexer(sql, 0, sql.length(), 1);
        advance();
    }

    LoneStatement parse() {
        if (REPEATABLE.stream().anyMatch(this::take)) {
            return new LoneStatement.Repeatable();
        }
        if (take("CREATE")) {
            return createIndex();
        }
        if (take("DROP")) {
            return dropIndex();
        }
        return take("ALTER") ? alter() : new LoneStatement.Opaque();
    }

    private LoneStatement createIndex() {
        take("UNIQUE");
        if (!take("INDEX") || !take("CONCURRENTLY")) {
            return new LoneStatement.Opaque();
        }
        if (take("IF")) {
            take("NOT");
            take("EXISTS");
        }
        String index = isWord("ON") ? null : name();
        if (index == null || !take("ON")) {
            return new LoneStatement.Opaque();
        }
        take("ONLY");
        String table = name();
        return table == null ? new LoneStatement.Opaque() : new LoneStatement.CreateIndex(index, table);
    }

    private LoneStatement dropIndex() {
        if (!take("INDEX") || !take("CONCURRENTLY")) {
            return new LoneStatement.Opaque();
        }
        takeIfExists();
        String index = name();
        return index == null ? new LoneStatement.Opaque() : new LoneStatement.DropIndex(index);
    }

    private LoneStatement alter() {
        if (take("SYSTEM")) {
            return new LoneStatement.Repeatable();
        }
        return take("TABLE") ? detachPartition() : new LoneStatement.Opaque();
    }

    private LoneStatement detachPartition() {
        takeIfExists();
        take("ONLY");
        String parent = name();
        if (parent == null || !take("DETACH") || !take("PARTITION")) {
            return new LoneStatement.Opaque();
        }
        String partition = name();
        return partition == null || !take("CONCURRENTLY")
                ? new LoneStatement.Opaque()
                : new LoneStatement.DetachPartition(parent, partition);
    }

    private void takeIfExists() {
        if (take("IF")) {
            take("EXISTS");
        }
    }

    private boolean isWord(String keyword) {
        return kind == TokenKind.WORD && lexer.isWord(keyword);
    }

    private boolean take(String keyword) {
        boolean found = isWord(keyword);
        if (found) {
            advance();
        }
        return found;
    }

    /** Reads a name, with its schema if it has one; null if there is no name. */
    private @Nullable String name() {
        StringBuilder name = new StringBuilder();
        while (kind == TokenKind.WORD || kind == TokenKind.QUOTED_IDENTIFIER) {
            name.append(sql, lexer.start(), lexer.end());
            advance();
            if (kind != TokenKind.DOT) {
                return name.toString();
            }
            name.append('.');
            advance();
        }
        return null;
    }

    private void advance() {
        do {
            kind = lexer.next();
        } while (kind == TokenKind.LINE_COMMENT || kind == TokenKind.BLOCK_COMMENT);
    }
}
