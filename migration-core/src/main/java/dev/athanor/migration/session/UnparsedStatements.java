package dev.athanor.migration.session;

import dev.athanor.migration.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Makes the driver pass statements on unparsed until it is closed.
 *
 * <p>pgjdbc splits statements at semicolons by itself and, up to 42.7.13, takes the end of {@code E'a''\';b'} for a
 * second statement. It also takes the semicolons in {@code BEGIN ATOMIC; … END} for ends of statements. Only strings with
 * backslashes and such bodies are affected. All other statements use the usual protocol, which fetches rows in portions.
 *
 * @since 0.1.0
 */
public final class UnparsedStatements implements AutoCloseable {

    private static final Pattern BODY = Pattern.compile("\\bATOMIC\\b", Pattern.CASE_INSENSITIVE);

    private final @Nullable QueryExecutor executor;
    private final @Nullable PreferQueryMode before;

    private UnparsedStatements(@Nullable QueryExecutor executor, @Nullable PreferQueryMode before) {
        this.executor = executor;
        this.before = before;
    }

    /** Makes the driver pass on a statement unparsed, if the statement needs that. */
    public static UnparsedStatements of(Connection connection, Statement statement) throws SQLException {
        boolean misread = statement.sql().indexOf('\\') >= 0
                || BODY.matcher(statement.sql()).find();
        return misread ? of(connection) : new UnparsedStatements(null, null);
    }

    /**
     * Makes the driver pass on any statement unparsed, so that a body of {@code BEGIN ATOMIC} that begins with a
     * semicolon also stays whole.
     */
    public static UnparsedStatements of(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(BaseConnection.class)) {
            return new UnparsedStatements(null, null);
        }
        QueryExecutor executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
        PreferQueryMode before = executor.getPreferQueryMode();
        executor.setPreferQueryMode(PreferQueryMode.EXTENDED_FOR_PREPARED);
        return new UnparsedStatements(executor, before);
    }

    @Override
    public void close() {
        if (executor != null && before != null) {
            executor.setPreferQueryMode(before);
        }
    }
}
