package dev.athanor.migration.sql;

import java.util.Set;

/**
 * Describes what a statement of a schema file does besides creating what is compared.
 *
 * @since 0.1.0
 */
public sealed interface SchemaStatement {

    /** Says how the session behaves, or what is in every database: nothing that is compared. */
    record Unseen() implements SchemaStatement {}

    /** Says who owns or may use something, which is compared only if it is asked for. */
    record Access() implements SchemaStatement {}

    /** Says in which schemas names are looked up: the script names its schemas itself. */
    record SearchPath() implements SchemaStatement {}

    /**
     * Creates an extension.
     *
     * @param name as the catalogs spell it
     */
    record CreateExtension(String name) implements SchemaStatement {}

    /**
     * Creates a schema.
     *
     * @param name as the catalogs spell it
     * @param sql the statement for a database that may have it
     */
    record CreateSchema(String name, String sql) implements SchemaStatement {}

    /** Creates an object of the whole database, such as a publication or a foreign server. */
    record CreateDatabaseObject() implements SchemaStatement {}

    /** Represents any other statement. */
    record Other() implements SchemaStatement {}

    /** Classifies the text of a statement. */
    static SchemaStatement of(String sql) {
        return new SchemaStatementParser(sql).parse();
    }
}

/** Reads the first words of a statement, and its last ones. */
final class SchemaStatementParser {

    /** Lists settings of a session that change nothing of what is created, or nothing that is compared. */
    private static final Set<String> OF_THE_SESSION = Set.of(
            "statement_timeout",
            "lock_timeout",
            "idle_in_transaction_session_timeout",
            "idle_session_timeout",
            "transaction_timeout",
            "client_encoding",
            "client_min_messages",
            "row_security",
            "default_tablespace");

    private static final Set<String> SESSION_ROLES = Set.of("current_user", "current_role", "session_user");

    private static final String SEARCH_PATH = "search_path";

    private final String sql;
    private final Tokens tokens;

    SchemaStatementParser(String sql) {
        this.sql = sql;
        this.tokens = Tokens.of(sql);
    }

    SchemaStatement parse() {
        if (tokens.take("GRANT") || tokens.take("REVOKE")) {
            return new SchemaStatement.Access();
        }
        if (tokens.take("SECURITY")) {
            return new SchemaStatement.Unseen();
        }
        if (tokens.take("ALTER")) {
            return alter();
        }
        if (tokens.take("COMMENT")) {
            return unseenIf(tokens.take("ON") && (tokens.take("EXTENSION") || isStandardComment()));
        }
        if (tokens.take("SET")) {
            return set();
        }
        if (tokens.take("RESET")) {
            return unseenIf(tokens.take("SESSION"));
        }
        if (tokens.take("CREATE")) {
            return create();
        }
        return tokens.take("SELECT") ? select() : new SchemaStatement.Other();
    }

    private static SchemaStatement unseenIf(boolean unseen) {
        return unseen ? new SchemaStatement.Unseen() : new SchemaStatement.Other();
    }

    private SchemaStatement alter() {
        boolean access = tokens.current().is("DEFAULT") && tokens.following().is("PRIVILEGES") || givesOwner();
        return access ? new SchemaStatement.Access() : new SchemaStatement.Other();
    }

    /** Returns whether the statement is {@code … OWNER TO name} and nothing else. */
    private boolean givesOwner() {
        int end = tokens.all().size() - 1;
        return end > 4
                && tokens.all().get(end - 3).is("OWNER")
                && tokens.all().get(end - 2).is("TO")
                && tokens.all().stream()
                        .noneMatch(token -> token.is("RENAME") || token.depth() == 0 && token.isSymbol(","));
    }

    /** Returns whether the comment exists in every database; before PostgreSQL 15 only a superuser may set it. */
    private boolean isStandardComment() {
        return tokens.take("SCHEMA")
                && tokens.take("public")
                && tokens.take("IS")
                && tokens.current().text().equals("'standard public schema'");
    }

    private SchemaStatement set() {
        if (tokens.current().is("SESSION") && tokens.following().is("AUTHORIZATION")) {
            return new SchemaStatement.Unseen();
        }
        if (!tokens.take("SESSION")) {
            tokens.take("LOCAL");
        }
        String name = tokens.take().name();
        if (name.equals(SEARCH_PATH) || name.equals("schema")) {
            return new SchemaStatement.SearchPath();
        }
        boolean usual = name.equals("standard_conforming_strings") && isOn(tokens.following());
        return unseenIf(usual || OF_THE_SESSION.contains(name));
    }

    private static boolean isOn(Token value) {
        return value.is("on") || value.text().equals("'on'");
    }

    /** Classifies {@code SELECT pg_catalog.set_config('search_path', '', false)} and other queries. */
    private SchemaStatement select() {
        if (tokens.take("pg_catalog")) {
            tokens.take(TokenKind.DOT);
        }
        boolean found = tokens.take("set_config")
                && tokens.take(TokenKind.OPEN)
                && tokens.current().text().equals("'" + SEARCH_PATH + "'");
        return found ? new SchemaStatement.SearchPath() : new SchemaStatement.Other();
    }

    private SchemaStatement create() {
        if (tokens.take("EXTENSION")) {
            takeIfNotExists();
            return tokens.current().isName()
                    ? new SchemaStatement.CreateExtension(tokens.current().name())
                    : new SchemaStatement.Other();
        }
        if (tokens.take("SCHEMA")) {
            return createSchema();
        }
        return isOfDatabase() ? new SchemaStatement.CreateDatabaseObject() : new SchemaStatement.Other();
    }

    private boolean isOfDatabase() {
        if (tokens.take("OR")) {
            tokens.take("REPLACE");
        }
        tokens.take("TRUSTED");
        return tokens.take("PUBLICATION")
                || tokens.take("CAST")
                || tokens.take("LANGUAGE")
                || tokens.take("PROCEDURAL")
                || tokens.take("TRANSFORM")
                || tokens.take("SERVER")
                || tokens.current().is("EVENT") && tokens.following().is("TRIGGER")
                || tokens.current().is("ACCESS") && tokens.following().is("METHOD")
                || tokens.current().is("USER") && tokens.following().is("MAPPING")
                || tokens.current().is("FOREIGN") && tokens.following().is("DATA");
    }

    private SchemaStatement createSchema() {
        takeIfNotExists();
        boolean namedByOwner = isAuthorization();
        if (!tokens.current().isName()) {
            return new SchemaStatement.Other();
        }
        String name = namedByOwner ? "" : tokens.take().name();
        if (isAuthorization()) {
            tokens.take();
            name = namedByOwner ? tokens.current().name() : name;
            tokens.take();
        }
        if (name.isEmpty() || namedByOwner && SESSION_ROLES.contains(name)) {
            return new SchemaStatement.Other();
        }
        boolean alone = tokens.current().kind() == TokenKind.END;
        return new SchemaStatement.CreateSchema(
                name, alone ? "CREATE SCHEMA IF NOT EXISTS " + new Identifier(name).quoted() : sql);
    }

    private boolean isAuthorization() {
        return tokens.current().is("AUTHORIZATION") && tokens.following().isName();
    }

    private void takeIfNotExists() {
        if (tokens.take("IF")) {
            tokens.take("NOT");
            tokens.take("EXISTS");
        }
    }
}
