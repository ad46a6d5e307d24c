package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.autoconfigure.MigrationProperties.Shadow;
import dev.athanor.migration.error.MigrationException;
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

    static DataSource choose(
            MigrationProperties properties,
            ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> applications) {
        DataSource own = marked.getIfAvailable();
        return own != null ? own : choose(properties, applications);
    }

    /** Returns the DataSource that the properties describe, or the application's; a marked one is not considered. */
    public static DataSource choose(MigrationProperties properties, ObjectProvider<DataSource> applications) {
        if (properties.url() != null) {
            requireDriver(properties.url(), properties.driverClassName());
            return own(properties, DataSourceBuilder.create().url(properties.url()));
        }
        DataSource application = applications.getIfUnique();
        if (application == null) {
            throw new MigrationException(
                    "Migrations have several DataSources to choose from, and none is primary.",
                    "Mark one with @MigrationDataSource, make one @Primary, or set migration.url.");
        }
        return properties.username() == null
                ? application
                : own(properties, DataSourceBuilder.derivedFrom(application));
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
    private static void requireDriver(String url, @Nullable String driver) {
        if (driver == null && DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.UNKNOWN) {
            throw new MigrationException(
                    "There is no JDBC driver for migration.url, which begins with `" + url.replaceAll("/.*", "") + "`.",
                    "Write `jdbc:postgresql://host:port/database`, or name the driver with"
                            + " migration.driver-class-name.");
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
