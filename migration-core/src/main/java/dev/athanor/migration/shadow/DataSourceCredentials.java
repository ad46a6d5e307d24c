package dev.athanor.migration.shadow;

import dev.athanor.migration.session.DataSourceProperties;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Finds the user and password of a data source, as pools and the driver's own data sources expose them. A connection
 * does not reveal its password, which is needed again for other databases.
 */
final class DataSourceCredentials {

    static final String USER = "user";

    private static final String PASSWORD = "password";

    private DataSourceCredentials() {}

    static Properties of(DataSource source, String user) {
        DataSourceProperties known = DataSourceProperties.of(source);
        Properties properties = new Properties();
        known.first(List.of("dataSourceProperties", "connectionProperties"), Properties.class)
                .ifPresent(properties::putAll);
        properties.setProperty(
                USER, known.first(List.of("username", USER), String.class).orElse(user));
        known.first(List.of(PASSWORD), String.class).ifPresent(value -> properties.setProperty(PASSWORD, value));
        return properties;
    }
}
