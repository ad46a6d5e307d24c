package dev.athanor.migration.shadow;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Where a server is and who connects: from a {@link DataSource}, of which no connection is kept. */
final class DatabaseAddress {

    /** What is before the database's name, the name, and what is after it. */
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/?]*)?)/?([^?]*)(\\?.*)?");

    private final String url;
    private final Properties properties;

    private DatabaseAddress(String url, Properties properties) {
        this.url = url;
        this.properties = properties;
    }

    static DatabaseAddress of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData facts = connection.getMetaData();
            return new DatabaseAddress(facts.getURL(), DataSourceCredentials.of(source, facts.getUserName()));
        } catch (SQLException e) {
            throw ShadowException.unreachable(e);
        }
    }

    /** The database itself, with a new connection at each request. */
    DataSource itself() {
        return new SimpleDriverDataSource(new Driver(), url, properties);
    }

    /** Another database of the same server. */
    DataSource other(String name) {
        return new SimpleDriverDataSource(new Driver(), url(url, name), properties);
    }

    String role() {
        return properties.getProperty(DataSourceCredentials.USER);
    }

    static String url(String url, String name) {
        return URL.matcher(url).replaceFirst(found -> {
            String server = found.group(1);
            String parameters = found.group(3) == null ? "" : found.group(3);
            return Matcher.quoteReplacement(server + (server.contains("//") ? "/" : "") + name + parameters);
        });
    }
}
