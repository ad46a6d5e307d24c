package dev.athanor.migration.testing;

import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database of one test's own.
 *
 * @param name its name
 * @param url its JDBC URL
 * @param user a superuser
 * @param password of that user
 */
public record TestDatabase(String name, String url, String user, String password) {

    /** A new connection at each request. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url, user, password);
    }

    /** For the test's own questions. */
    public JdbcClient client() {
        return JdbcClient.create(dataSource());
    }

    /** Runs a statement. */
    public void execute(String sql) {
        client().sql(sql).update();
    }

    /** Runs a script as psql does: its statements one by one, on one connection. */
    public void executeAll(String script) {
        try (Connection connection = dataSource().getConnection();
                java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            for (Statement statement : StatementSplitter.split(script)) {
                jdbc.execute(statement.sql());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column as texts. */
    public List<String> texts(String sql) {
        return client().sql(sql).query(String.class).list();
    }

    /** One number. */
    public long count(String sql) {
        return client().sql(sql).query(Long.class).single();
    }

    /** Whether a table, view, index or sequence of that name is there. */
    public boolean exists(String relation) {
        return client().sql("SELECT to_regclass(?) IS NOT NULL")
                .param(relation)
                .query(Boolean.class)
                .single();
    }
}
