package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.BeansException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.util.function.SingletonSupplier;

/** Looks for the DataSource when the first connection is needed. */
final class DeferredDataSource extends AbstractDataSource {

    private final Supplier<DataSource> target;

    DeferredDataSource(Supplier<DataSource> target) {
        this.target = SingletonSupplier.of(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getTargetDataSource().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getTargetDataSource().getConnection(username, password);
    }

    /**
     * Returns the DataSource under the name that Spring's wrappers use for it, because callers look for credentials
     * there.
     */
    public DataSource getTargetDataSource() {
        try {
            return target.get();
        } catch (BeansException e) {
            throw new MigrationException(
                    "No database is configured: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    "Set spring.datasource.url, or migration.url. Where the application defines its DataSource by hand,"
                            + " add --migration.cli.context=full.",
                    e);
        }
    }
}
