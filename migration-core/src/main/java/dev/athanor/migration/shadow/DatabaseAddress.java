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

/**
 * Holds the address of a server and the credentials for it, taken from a {@link DataSource} of which no connection is
 * kept.
 */
final class DatabaseAddress {

    /** Matches the part before the name of the database, the name, and the part after it. */
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

    /** Returns a data source for the database itself, which opens a new connection on each request. */
    DataSource itself() {
        return new SimpleDriverDataSource(new Driver(), url, properties);
    }

    /** Returns a data source for another database on the same server. */
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
