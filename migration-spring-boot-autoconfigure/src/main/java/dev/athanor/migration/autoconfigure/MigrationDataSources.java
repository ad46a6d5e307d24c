package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.autoconfigure.MigrationProperties.Shadow;
import dev.athanor.migration.error.MigrationException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Chooses the DataSource of migrations: their own, one derived from the application's, or the application's.
 *
 * @since 0.1.0
 */
public final class MigrationDataSources {

    private MigrationDataSources() {}

    /**
     * Returns the DataSource that the properties describe, or the application's that is not marked for a further
     * database.
     */
    static DataSource choose(
            MigrationProperties properties, ObjectProvider<DataSource> applications, DataSourceBeans beans) {
        return properties.url() == null
                        && !beans.marked().isEmpty()
                        && beans.ofDefault().isPresent()
                ? withRole(properties, beans.get(beans.ofDefault().get()))
                : choose(properties, applications);
    }

    /** Returns the DataSource that the properties describe, or the application's; a marked one is not considered. */
    public static DataSource choose(MigrationProperties properties, ObjectProvider<DataSource> applications) {
        if (properties.url() != null) {
            return ofUrl(properties, "migration");
        }
        DataSource application = applications.getIfUnique();
        if (application == null) {
            throw new MigrationException(
                    "Migrations have several DataSources to choose from, and none is primary.",
                    "Mark one with @MigrationDataSource, make one @Primary, or set migration.url. One of a further"
                            + " database is marked with @MigrationDataSource(\"<name>\").");
        }
        return withRole(properties, application);
    }

    /**
     * Returns the one that the URL of the properties describes.
     *
     * @param prefix of the properties
     */
    static DataSource ofUrl(MigrationProperties properties, String prefix) {
        String url = Objects.requireNonNull(properties.url());
        requireDriver(url, properties.driverClassName(), prefix);
        return own(properties, DataSourceBuilder.create().url(url));
    }

    /** Returns the one of the default database's URL, with another role. */
    static DataSource ofUrl(MigrationProperties defaults, MigrationProperties role) {
        return withRole(role, ofUrl(defaults, "migration"));
    }

    /** Returns the same connection with the role of the properties, if they name one. */
    static DataSource withRole(MigrationProperties properties, DataSource connection) {
        return properties.username() == null ? connection : own(properties, DataSourceBuilder.derivedFrom(connection));
    }

    /** Returns the DataSource of another server, if the properties describe one. */
    public static Optional<DataSource> shadow(Shadow shadow) {
        if (shadow.url() == null) {
            return Optional.empty();
        }
        DataSourceBuilder<SimpleDriverDataSource> simple =
                DataSourceBuilder.create().type(SimpleDriverDataSource.class).url(shadow.url());
        set(shadow.username(), simple::username);
        set(shadow.password(), simple::password);
        return Optional.of(simple.build());
    }

    /**
     * Refuses a URL for which no driver is found. Only the beginning of the URL is shown, because the rest may hold a
     * password.
     */
    private static void requireDriver(String url, @Nullable String driver, String prefix) {
        DatabaseUrl.check(prefix + ".url", url);
        if (driver == null && DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.UNKNOWN) {
            throw new MigrationException(
                    "There is no JDBC driver for " + prefix + ".url, which begins with `" + url.replaceAll("/.*", "")
                            + "`.",
                    "Write `jdbc:postgresql://host:port/database`, or name the driver with " + prefix
                            + ".driver-class-name.");
        }
    }

    private static DataSource own(MigrationProperties properties, DataSourceBuilder<?> builder) {
        DataSourceBuilder<SimpleDriverDataSource> simple = builder.type(SimpleDriverDataSource.class);
        set(properties.username(), simple::username);
        set(properties.password(), simple::password);
        set(properties.driverClassName(), simple::driverClassName);
        return simple.build();
    }

    private static void set(@Nullable String value, Consumer<String> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
