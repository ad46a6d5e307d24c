package dev.athanor.migration.session;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where a {@link DataSource} connects to and as whom, as pools and the driver's own data sources show it. Passwords are not
 * looked at.
 *
 * @param servers hosts and ports
 * @param database the database's name
 * @param role the role, where the data source tells it
 */
record Address(List<Server> servers, String database, Optional<String> role) {

    /** One of the servers of a URL. */
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

    /** Empty where the data source does not show its URL, or shows one that is not PostgreSQL's. */
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
        String[] ports = parts.getProperty(PGProperty.PG_PORT.getName(), "5432").split(",");
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
