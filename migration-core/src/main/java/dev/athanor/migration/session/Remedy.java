package dev.athanor.migration.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists what helps if the server refuses something, by SQLSTATE. This is the only such table, used for connections, for
 * statements, and for the page in {@code docs/operating.md}.
 *
 * <p>{@code <table>}, {@code <column>} and {@code <constraint>} stand for the names in the server's answer, and {@code
 * <host>}, {@code <port>}, {@code <database>} and {@code <role>} for the parameters of the connection.
 *
 * @since 0.1.0
 */
public enum Remedy {
    /** No server answers at that host and port, or the connection broke off. */
    UNREACHABLE(
            Scope.CONNECTION,
            "No server answers at that host and port, or the connection broke off",
            "Check that the server runs at <host>:<port> and that the URL, user and password are right:"
                    + " spring.datasource.*, or migration.url, migration.username and migration.password where"
                    + " migrations have their own",
            "08000",
            "08001",
            "08003",
            "08004",
            "08006"),
    /** The password is wrong. */
    PASSWORD(
            Scope.CONNECTION,
            "The password is wrong",
            "Correct the password of <role>: spring.datasource.password, or migration.password where migrations have"
                    + " their own; `\\password <role>` in psql sets another one",
            "28P01"),
    /** The role does not exist or may not log in, or pg_hba.conf does not admit it. */
    NOT_ADMITTED(
            Scope.CONNECTION,
            "The role does not exist or may not log in, or pg_hba.conf does not admit it",
            "Let pg_hba.conf of the server admit <role> to database <database> from this host (`SELECT pg_reload_conf()`"
                    + " reads it again), or use another role: spring.datasource.username, or migration.username where"
                    + " migrations have their own",
            "28000"),
    /** The database does not exist. */
    NO_DATABASE(
            Scope.CONNECTION,
            "The database does not exist",
            "Create it: `psql -h <host> -p <port> -d postgres -c 'CREATE DATABASE <database>'`, or correct the URL:"
                    + " spring.datasource.url, or migration.url where migrations have their own",
            "3D000"),
    /** The server is starting up, shutting down or recovering. */
    NOT_ACCEPTING(
            Scope.CONNECTION,
            "The server is starting up, shutting down or recovering",
            "Wait until the server accepts connections, which `pg_isready -h <host> -p <port>` tells, then start again",
            "57P03"),
    /** Every connection of the server, the database or the role is taken. */
    TOO_MANY_CONNECTIONS(
            Scope.CONNECTION,
            "Every connection of the server, the database or the role is taken",
            "Let sessions end (`SELECT datname, usename, count(*) FROM pg_stat_activity GROUP BY 1, 2` shows who has"
                    + " them), give the application's pools fewer, or raise the limit: max_connections of the server,"
                    + " CONNECTION LIMIT of the role (`ALTER ROLE`) or of the database (`ALTER DATABASE`)",
            "53300"),

    /** The server's disk is full. */
    DISK_FULL(
            Scope.SERVER,
            "The server's disk is full",
            "What rewrites a table or builds an index needs as much again as the table or the "
                    + "index has. Free space on the server's disk, or give it more",
            "53100"),
    /** The server is out of memory, or has no room for more locks. */
    OUT_OF_MEMORY(
            Scope.SERVER,
            "The server is out of memory, or no room for more locks",
            "Raise what the server's hint names (such as max_locks_per_transaction), or split the "
                    + "revision into smaller ones",
            "53200"),
    /** A limit of the server's configuration is exceeded (such as temp_file_limit). */
    TOO_LARGE(
            Scope.SERVER,
            "A limit of the server's configuration is exceeded (such as temp_file_limit)",
            "Raise the limit that the server names, or split the revision into smaller ones",
            "53400"),
    /** The transaction may only read. */
    READ_ONLY(
            Scope.SERVER,
            "The transaction may only read",
            "A read replica never writes: let migrations connect to the primary with "
                    + "migration.url. Elsewhere, remove what makes the transaction read only from the "
                    + "script, or turn it off with `ALTER ROLE … SET default_transaction_read_only = off`",
            "25006"),
    /** Another session holds the lock, or the two waited for each other. */
    LOCKED(
            Scope.SERVER,
            "Another session holds the lock, or the two waited for each other",
            "Let the sessions that hold the lock end, or give it more time with migration.lock-retries or"
                    + " migration.lock-timeout",
            "55P03",
            "40P01",
            "40001"),
    /** The statement was cancelled, or took longer than it may. */
    CANCELLED(
            Scope.SERVER,
            "The statement was cancelled, or took longer than it may",
            "Somebody called pg_cancel_backend, or a statement_timeout of the role or the database "
                    + "ended it (`SELECT * FROM pg_db_role_setting` shows those). Give it more time with "
                    + "migration.statement-timeout, or split it into smaller steps",
            "57014"),

    /** A procedure or a DO block commits, inside the revision's transaction. */
    COMMITS(
            Scope.STATEMENT,
            "A procedure or a DO block commits, inside the revision's transaction",
            "Run it without a transaction: mark the section `-- @upgrade transaction=none`",
            "2D000"),
    /** A command cannot run inside a transaction block. */
    OUTSIDE_TRANSACTIONS(
            Scope.STATEMENT,
            "A command cannot run inside a transaction block",
            "Run it without a transaction: mark the section `-- @upgrade transaction=none`",
            "25001"),
    /** A value of an enum is used in the transaction that added it. */
    NEW_ENUM_VALUE(
            Scope.STATEMENT,
            "A value of an enum is used in the transaction that added it",
            "A new value of an enum can be used once it is committed. Add it in a separate "
                    + "revision before this one, or mark the section `-- @upgrade transaction=none`",
            "55P04"),
    /** The object is in use: by rows whose deferred checks are still to come, by a cursor, or by other sessions. */
    IN_USE(
            Scope.STATEMENT,
            "The object is in use: by rows whose deferred checks are still to come, by a cursor, or by other sessions",
            "`SELECT pid, usename, application_name, state FROM pg_stat_activity` shows the "
                    + "sessions. Let those end that use it",
            "55006"),
    /** The role lacks the right, or does not own the object. */
    PRIVILEGE(
            Scope.STATEMENT,
            "The role lacks the right, or does not own the object",
            "Give the role that runs the migrations the right, or let them run as the owner of the object:"
                    + " migration.username and migration.password",
            "42501"),
    /** An object of that name exists already. */
    EXISTS(
            Scope.STATEMENT,
            "An object of that name exists already",
            "Rename or drop what is in the way, or write IF NOT EXISTS where it is meant to be " + "there",
            "42P07",
            "42P06",
            "42P04",
            "42701",
            "42710",
            "42723"),
    /** A table, view, index or sequence of that name does not exist. */
    NO_RELATION(
            Scope.STATEMENT,
            "A table, view, index or sequence of that name does not exist",
            "A name without a schema is looked for in migration.schema and on the search_path. "
                    + "Check the name, and that the revision that creates it comes before this one "
                    + "(`Revises` or `Depends On`)",
            "42P01"),
    /** A column of that name does not exist. */
    NO_COLUMN(
            Scope.STATEMENT,
            "A column of that name does not exist",
            "Text belongs in apostrophes, and only a name in quotation marks keeps its capital "
                    + "letters. Check the name, and that the revision that adds the column comes before this "
                    + "one",
            "42703"),
    /** A schema of that name does not exist. */
    NO_SCHEMA(
            Scope.STATEMENT,
            "A schema of that name does not exist",
            "Create it first with `CREATE SCHEMA IF NOT EXISTS`, or set migration.schema",
            "3F000"),
    /** A function or an operator with these argument types does not exist. */
    NO_FUNCTION(
            Scope.STATEMENT,
            "A function or an operator with these argument types does not exist",
            "A function of an extension needs `CREATE EXTENSION IF NOT EXISTS` in an earlier "
                    + "revision, in a schema on the search_path. Check the name and the types of the "
                    + "arguments",
            "42883"),
    /** A type, a constraint, a role or another object of that name does not exist. */
    NO_OBJECT(
            Scope.STATEMENT,
            "A type, a constraint, a role or another object of that name does not exist",
            "A type of an extension needs `CREATE EXTENSION IF NOT EXISTS` in an earlier revision, "
                    + "in a schema on the search_path. Check the name, and that the revision that creates it "
                    + "comes before this one",
            "42704"),
    /** The server cannot read the statement. */
    SYNTAX(
            Scope.STATEMENT,
            "The server cannot read the statement",
            "Correct the statement at or before the place that the server names (a server older "
                    + "than the syntax refuses it too: `SHOW server_version`)",
            "42601"),
    /** This version of the server cannot do that, or not with this object. */
    NOT_SUPPORTED(
            Scope.STATEMENT,
            "This version of the server cannot do that, or not with this object",
            "Write it in the way that the server's message and hint allow (`SHOW server_version` "
                    + "tells which version it is)",
            "0A000"),
    /** Rows have no value where one is demanded. */
    NULLS(
            Scope.STATEMENT,
            "Rows have no value where one is demanded",
            "Give the rows a value first with `UPDATE <table> SET <column> = … WHERE <column> IS "
                    + "NULL`, or give a new column a default",
            "23502"),
    /** Rows have the same key. */
    DUPLICATES(
            Scope.STATEMENT,
            "Rows have the same key",
            "An INSERT passes over rows that are there with ON CONFLICT DO NOTHING. Merge or "
                    + "delete the rows of <table> that break <constraint> (the detail names the first key)",
            "23505"),
    /** Rows violate a check. */
    CHECK(
            Scope.STATEMENT,
            "Rows violate a check",
            "A constraint that is added NOT VALID holds for new rows only, until a later revision "
                    + "runs `ALTER TABLE <table> VALIDATE CONSTRAINT <constraint>`. Correct the rows of "
                    + "<table> that violate <constraint>",
            "23514"),
    /** Rows refer to rows that do not exist, or are still referred to. */
    REFERENCES(
            Scope.STATEMENT,
            "Rows refer to rows that do not exist, or are still referred to",
            "A foreign key that is added NOT VALID holds for new rows only, until a later revision "
                    + "runs `ALTER TABLE <table> VALIDATE CONSTRAINT <constraint>`. Correct or delete the "
                    + "rows of <table> that violate <constraint> (the detail names the first key)",
            "23503"),
    /** Rows exclude each other. */
    OVERLAPS(
            Scope.STATEMENT,
            "Rows exclude each other",
            "Correct or delete the rows of <table> that violate <constraint> (the detail names the first two)",
            "23P01"),
    /** A value does not fit the type. */
    VALUE(
            Scope.STATEMENT,
            "A value does not fit the type",
            "A change of a column's type takes a conversion of your own with `ALTER COLUMN … TYPE "
                    + "… USING …`. Correct the value, or the rows that hold it",
            "22P02",
            "22001",
            "22003",
            "22007",
            "22008",
            "42804"),
    /** Other objects depend on it. */
    DEPENDENTS(
            Scope.STATEMENT,
            "Other objects depend on it",
            "CASCADE drops all that depends on it, and the downgrade has to restore it. Drop or "
                    + "change first what the detail names",
            "2BP01"),
    /** A file is missing on the server: most often, an extension is not installed there. */
    NO_FILE(
            Scope.STATEMENT,
            "A file is missing on the server: most often, an extension is not installed there",
            "`SELECT name FROM pg_available_extensions` shows which extensions the server has. "
                    + "Install on the server what is missing",
            "58P01"),
    /** The database's encoding lacks a character of the statement. */
    CHARACTER(
            Scope.STATEMENT,
            "The database's encoding lacks a character of the statement",
            "Write something else in place of the character, or move to a database that `CREATE "
                    + "DATABASE <database> ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0` makes",
            "22P05",
            "22021"),
    /** A function or a DO block raised an error of its own. */
    RAISED(
            Scope.STATEMENT,
            "A function or a DO block raised an error of its own",
            "Do what its message asks for, or correct the function or block that raises it",
            "P0001");

    /** Defines what was refused. */
    public enum Scope {
        /** Refuses the connection: there is no session yet. */
        CONNECTION,
        /** Refuses a statement because of the server's state, not because of the statement. */
        SERVER,
        /** Refuses a statement because of the statement itself, or because of the data or objects that it uses. */
        STATEMENT
    }

    private final Scope scope;
    private final String meaning;
    private final String help;
    private final List<String> states;

    Remedy(Scope scope, String meaning, String help, String... states) {
        this.scope = scope;
        this.meaning = meaning;
        this.help = help;
        this.states = List.of(states);
    }

    /** Returns the remedy for an SQLSTATE, if one is known. */
    public static Optional<Remedy> of(String state) {
        return Stream.of(values())
                .filter(remedy -> remedy.states.contains(state))
                .findFirst();
    }

    /** Returns what was refused. */
    public Scope scope() {
        return scope;
    }

    /** Describes what has happened. */
    String meaning() {
        return meaning;
    }

    /** Returns what helps, as clauses without a final period. */
    public String help() {
        return help;
    }

    List<String> states() {
        return states;
    }
}
