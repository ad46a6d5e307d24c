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

/** A DataSource that is looked for when the first connection is wanted. */
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

    /** Under the name that wrappers of Spring's have for it: who looks for credentials looks there. */
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
