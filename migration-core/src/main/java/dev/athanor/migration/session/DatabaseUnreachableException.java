package dev.athanor.migration.session;

import dev.athanor.migration.sql.Identifier;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;

/**
 * Thrown if no connection to the database can be opened.
 *
 * @since 0.1.0
 */
public final class DatabaseUnreachableException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    /** Names the function of the server that looks up the role of a new session. */
    private static final String LOOKS_FOR_THE_ROLE = "InitializeSessionUserId";

    DatabaseUnreachableException(SQLException cause) {
        this(Optional.empty(), cause);
    }

    /**
     * Creates the exception.
     *
     * @param source the data source that should have opened the connection
     */
    DatabaseUnreachableException(DataSource source, SQLException cause) {
        this(DataSourceAddress.of(source), cause);
    }

    private DatabaseUnreachableException(Optional<DataSourceAddress> address, SQLException cause) {
        super(
                "No connection to the database: " + SqlErrors.rootMessage(cause),
                action(address, cause) + ".",
                Credentials.masked(cause));
    }

    private static String action(Optional<DataSourceAddress> address, SQLException cause) {
        Remedy remedy = Remedy.of(SqlErrors.state(cause))
                .filter(known -> known.scope() == Remedy.Scope.CONNECTION)
                .orElse(Remedy.UNREACHABLE);
        String help = remedy == Remedy.NOT_ADMITTED && LOOKS_FOR_THE_ROLE.equals(routine(cause))
                ? "Create the role with `CREATE ROLE <role> LOGIN PASSWORD '…'`, let it log in with `ALTER ROLE <role>"
                        + " LOGIN`, or use another one: spring.datasource.username, or migration.username where"
                        + " migrations have their own"
                : remedy.help();
        return address.map(known -> filled(help, known)).orElseGet(() -> unfilled(help));
    }

    private static String routine(SQLException cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
                return String.valueOf(postgres.getServerErrorMessage().getRoutine());
            }
        }
        return "";
    }

    private static String filled(String help, DataSourceAddress address) {
        DataSourceAddress.Server first = address.servers().get(0);
        String all = address.serverNames();
        return unfilledRole(help, address.role())
                .replace("<host>:<port>", all)
                .replace("<host>", first.host())
                .replace("<port>", first.port())
                .replace("<database>", quoted(address.database()));
    }

    private static String unfilledRole(String help, Optional<String> role) {
        return role.map(name -> help.replace("<role>", quoted(name))).orElse(help);
    }

    /** Returns the quoted name. A name that PostgreSQL does not allow is returned unchanged. */
    private static String quoted(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes == 0 || bytes > Identifier.MAX_BYTES ? name : new Identifier(name).quotedIfNeeded();
    }

    private static String unfilled(String help) {
        return help.replace(" at <host>:<port>", "");
    }
}
