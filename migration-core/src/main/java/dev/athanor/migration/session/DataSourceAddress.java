package dev.athanor.migration.session;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Describes where and as which role a {@link DataSource} connects, as pools and the driver's own data sources expose
 * it. Passwords are not read.
 *
 * @param servers the hosts and ports
 * @param database the name of the database
 * @param role the role, if the data source exposes it
 * @since 0.1.0
 */
public record DataSourceAddress(List<Server> servers, String database, Optional<String> role) {

    /** Represents one of the servers of a URL. */
    public record Server(String host, String port) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    private static final List<String> URLS = List.of("jdbcUrl", "url", "URL");
    private static final List<String> ROLES = List.of("username", "user");

    public DataSourceAddress {
        servers = List.copyOf(servers);
    }

    /**
     * Returns the address, or empty if the data source does not expose its URL or exposes one that is not for
     * PostgreSQL.
     */
    public static Optional<DataSourceAddress> of(DataSource source) {
        DataSourceProperties properties = DataSourceProperties.of(source);
        return properties
                .first(URLS, String.class)
                .flatMap(url -> Optional.ofNullable(Driver.parseURL(url, null)))
                .map(parts -> of(parts, properties.first(ROLES, String.class)));
    }

    private static DataSourceAddress of(Properties parts, Optional<String> role) {
        String[] hosts =
                parts.getProperty(PGProperty.PG_HOST.getName(), "localhost").split(",");
        String[] ports = parts.getProperty(PGProperty.PG_PORT.getName(), "5432").split(",");
        List<Server> servers = Stream.iterate(0, index -> index < hosts.length, index -> index + 1)
                .map(index -> new Server(hosts[index], ports[Math.min(index, ports.length - 1)]))
                .toList();
        String name = role.orElseGet(() -> parts.getProperty(PGProperty.USER.getName(), ""));
        return new DataSourceAddress(
                servers,
                parts.getProperty(PGProperty.PG_DBNAME.getName(), name),
                Optional.of(name).filter(text -> !text.isEmpty()));
    }

    /** Returns the hosts and ports in words, such as {@code db.internal:5432}. */
    public String serverNames() {
        return servers.stream().map(Server::toString).collect(Collectors.joining(" or "));
    }
}
