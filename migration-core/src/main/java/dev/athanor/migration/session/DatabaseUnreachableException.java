package dev.athanor.migration.session;

import dev.athanor.migration.sql.Identifier;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
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
        this(Address.of(source), cause);
    }

    private DatabaseUnreachableException(Optional<Address> address, SQLException cause) {
        super(
                "No connection to the database: " + SqlErrors.rootMessage(cause),
                action(address, cause) + ".",
                Credentials.masked(cause));
    }

    private static String action(Optional<Address> address, SQLException cause) {
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

    private static String filled(String help, Address address) {
        Address.Server first = address.servers().get(0);
        String all = address.servers().stream().map(Address.Server::toString).collect(Collectors.joining(" or "));
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

    /**
     * Describes where and as which role a {@link DataSource} connects, as pools and the driver's own data sources expose
     * it. Passwords are not read.
     *
     * @param servers the hosts and ports
     * @param database the name of the database
     * @param role the role, if the data source exposes it
     */
    private record Address(List<Server> servers, String database, Optional<String> role) {

        /** Represents one of the servers of a URL. */
        record Server(String host, String port) {

            @Override
            public String toString() {
                return host + ":" + port;
            }
        }

        private static final List<String> URLS = List.of("jdbcUrl", "url", "URL");
        private static final List<String> ROLES = List.of("username", "user");

        Address {
            servers = List.copyOf(servers);
        }

        /**
         * Returns the address, or empty if the data source does not expose its URL or exposes one that is not for
         * PostgreSQL.
         */
        static Optional<Address> of(DataSource source) {
            DataSourceProperties properties = DataSourceProperties.of(source);
            return properties
                    .first(URLS, String.class)
                    .flatMap(url -> Optional.ofNullable(Driver.parseURL(url, null)))
                    .map(parts -> of(parts, properties.first(ROLES, String.class)));
        }

        private static Address of(Properties parts, Optional<String> role) {
            String[] hosts =
                    parts.getProperty(PGProperty.PG_HOST.getName(), "localhost").split(",");
            String[] ports =
                    parts.getProperty(PGProperty.PG_PORT.getName(), "5432").split(",");
            List<Server> servers = Stream.iterate(0, index -> index < hosts.length, index -> index + 1)
                    .map(index -> new Server(hosts[index], ports[Math.min(index, ports.length - 1)]))
                    .toList();
            String name = role.orElseGet(() -> parts.getProperty(PGProperty.USER.getName(), ""));
            return new Address(
                    servers,
                    parts.getProperty(PGProperty.PG_DBNAME.getName(), name),
                    Optional.of(name).filter(text -> !text.isEmpty()));
        }
    }
}
