package dev.athanor.migration.runner;

import dev.athanor.migration.history.Direction;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.session.Remedy;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StrayCharacters;
import dev.athanor.migration.sql.StrayCharacters.Stray;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Advises on a failed step: chooses the {@link Remedy} for its SQLSTATE and adds the details of this failure. */
final class FailureAdvice {

    /** Lists the SQLSTATEs that a stray character in a statement can cause. */
    private static final Set<String> MISREAD = Set.of(
            "42601", "42602", "42622", "42703", "42883", "42P01", "42704", "42P02", "3F000", "22P02", "22007", "42P10");

    private static final int MOST_STRAYS = 3;

    /** Names a function of the server that identifies the reason if an SQLSTATE has several. */
    private static final String REFUSES_TRANSACTION_BLOCK = "PreventInTransactionBlock";

    private static final String CHECKS_THAT_TABLE_IS_UNUSED = "CheckTableNotInUse";

    /**
     * Names the function that looks for the files of an extension. Its SQLSTATE is 0A000 since PostgreSQL 15, and that
     * of a missing file in earlier versions.
     */
    private static final String LOOKS_FOR_THE_EXTENSION = "parse_extension_control_file";

    private final Step step;
    private final Throwable failure;
    private final RunSettings settings;
    private final Session session;
    private final BooleanSupplier adopted;

    FailureAdvice(StepFailure failure, MigrationReport report, RunContext context) {
        this.step = failure.step();
        this.failure = failure.failure();
        this.settings = context.settings();
        this.session = context.session();
        this.adopted = () -> report.before().isEmpty() || context.books().stampedBefore();
    }

    /** Returns the advice without a final period, or empty if the SQLSTATE has no remedy. */
    Optional<String> text() {
        String state = SqlErrors.state(failure);
        Optional<String> strays = MISREAD.contains(state) ? strays() : Optional.empty();
        return strays.or(() -> Remedy.of(state).map(this::text));
    }

    private String text(Remedy remedy) {
        return switch (remedy) {
            case COMMITS ->
                isStatementwise()
                        ? "Move COMMIT and ROLLBACK out of blocks with EXCEPTION and out of functions: a procedure that"
                                + " CALL runs and a DO block may have them outside of those"
                        : withoutTransaction();
            case OUTSIDE_TRANSACTIONS -> outsideTransactions();
            case NEW_ENUM_VALUE -> newEnumValue();
            case IN_USE ->
                CHECKS_THAT_TABLE_IS_UNUSED.equals(routine())
                        ? "Rows of the table still wait for a deferred check, or a cursor reads it. Put `SET CONSTRAINTS"
                                + " ALL IMMEDIATE` before the statement, or put the statement into a separate revision"
                        : remedy.help();
            case PRIVILEGE -> new ObjectOwners(session, statement()).advice().orElse(remedy.help());
            case EXISTS -> step instanceof Step.Upgrade upgrade ? exists(remedy, upgrade) : remedy.help();
            case NOT_SUPPORTED -> LOOKS_FOR_THE_EXTENSION.equals(routine()) ? Remedy.NO_FILE.help() : remedy.help();
            case CHARACTER -> lacking().orElse(remedy.help());
            case CANCELLED ->
                settings.limits().statementTimeout() == null
                        ? remedy.help()
                        : "Give it more time with migration.statement-timeout, or split it into smaller steps";
            default -> withNames(remedy.help());
        };
    }

    /**
     * Returns the advice for an object that exists already. A database that Athanor did not bring to its state may
     * have been created by something else.
     */
    private String exists(Remedy remedy, Step.Upgrade upgrade) {
        String stamp = "if the database has all of this revision, record that with `migration stamp "
                + upgrade.script().id() + "`";
        return adopted.getAsBoolean()
                ? remedy.help() + ". If something else made the schema (an init.sql, another tool), record that with"
                        + " `migration stamp heads` and prove it with `migration drift`, as docs/adopting.md describes under"
                        + " \"adopt a database\"; " + stamp
                : remedy.help() + "; " + stamp;
    }

    private String withoutTransaction() {
        return "Run it without a transaction: " + mark();
    }

    private String mark() {
        String mark = Steps.code(step).isPresent()
                ? "write @RevisionHeader(transactional = false)"
                : "mark the section `-- @" + Direction.of(step).word() + " transaction=none`";
        return isSingle() ? mark + ", and set migration.transaction=revision" : mark;
    }

    private boolean isSingle() {
        return settings.transaction() == TransactionScope.SINGLE;
    }

    private boolean isStatementwise() {
        return Steps.transactionMode(step) == TransactionMode.NONE;
    }

    private String outsideTransactions() {
        ServerErrorMessage server = serverMessage();
        if (!REFUSES_TRANSACTION_BLOCK.equals(routine())) {
            return "The migration begins each transaction, and its mode cannot change once a statement has run. Remove"
                    + " the statement";
        }
        boolean inside = isStatementwise() || server != null && server.getWhere() != null;
        return inside
                ? "The command cannot run inside a function, a procedure or a DO block. Write it as a statement of its own"
                        + (isStatementwise() ? "" : ", and " + mark())
                : withoutTransaction();
    }

    private String newEnumValue() {
        String own =
                "A new value of an enum can be used once it is committed. Add it in a separate revision before this"
                        + " one";
        if (isSingle()) {
            return own + ", and set migration.transaction=revision";
        }
        return isStatementwise() ? own : own + ", or " + mark();
    }

    /** Returns advice on characters that look like other characters or are invisible. */
    private Optional<String> strays() {
        Statement statement = statement();
        if (statement == null) {
            return Optional.empty();
        }
        ServerErrorMessage server = serverMessage();
        List<Stray> strays = StrayCharacters.in(statement, server == null ? 0 : server.getPosition());
        if (strays.isEmpty()) {
            return Optional.empty();
        }
        String named = strays.stream()
                .limit(MOST_STRAYS)
                .map(stray ->
                        place(statement, stray.position()) + " holds " + stray.described() + ": " + stray.remedy())
                .collect(Collectors.joining(". "));
        int more = strays.size() - MOST_STRAYS;
        return Optional.of(more <= 0 ? named : named + ". The statement holds " + more + " more: correct these too");
    }

    /** Returns advice on the first character that the encoding of the database cannot represent. */
    private Optional<String> lacking() {
        Statement statement = statement();
        int at = statement == null ? -1 : session.repertoire().firstLacking(statement.sql());
        if (statement == null || at < 0) {
            return Optional.empty();
        }
        String sql = statement.sql();
        int character = sql.codePointAt(at);
        return Optional.of(place(statement, sql.codePointCount(0, at) + 1) + " holds '"
                + Character.toString(character) + "' (" + String.format("U+%04X", character)
                + "), which the encoding of this database, "
                + session.repertoire().encoding()
                + ", does not have. Write something else there, or move to a database that"
                + " `CREATE DATABASE <database> ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0` makes");
    }

    /** Returns the place of a character. The column is unknown for a statement that code produced. */
    private String place(Statement statement, int position) {
        return Steps.code(step).isPresent()
                ? "Character " + position + " of the statement"
                : "Line " + statement.lineAt(position) + ", column " + statement.columnAt(position);
    }

    private String withNames(String help) {
        ServerErrorMessage server = serverMessage();
        String table = server == null || server.getTable() == null ? "the table" : table(server);
        return help.replace("<table>", table)
                .replace("<column>", named(server == null ? null : server.getColumn(), "the column"))
                .replace("<constraint>", named(server == null ? null : server.getConstraint(), "the constraint"));
    }

    private static String table(ServerErrorMessage server) {
        String schema = server.getSchema() == null ? "" : named(server.getSchema(), "") + ".";
        return schema + named(server.getTable(), "");
    }

    private static String named(@Nullable String name, String otherwise) {
        return name == null ? otherwise : new Identifier(name).quotedIfNeeded();
    }

    private @Nullable String routine() {
        ServerErrorMessage server = serverMessage();
        return server == null ? null : server.getRoutine();
    }

    private @Nullable Statement statement() {
        return failure instanceof StatementFailure refused ? refused.statement() : null;
    }

    private @Nullable ServerErrorMessage serverMessage() {
        return SqlErrors.sqlException(failure).orElse(null) instanceof PSQLException postgres
                ? postgres.getServerErrorMessage()
                : null;
    }
}
