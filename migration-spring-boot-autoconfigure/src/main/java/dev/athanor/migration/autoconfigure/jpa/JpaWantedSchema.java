package dev.athanor.migration.autoconfigure.jpa;

import dev.athanor.migration.autogenerate.ComparisonException;
import dev.athanor.migration.autogenerate.WantedSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.context.ApplicationContext;

/**
 * Provides the schema that the application's JPA entities want, as Hibernate's own DDL.
 *
 * @since 0.1.0
 */
public final class JpaWantedSchema implements WantedSchema {

    private final EntityDdl ddl;
    private final String schema;
    private final ComparedSchemas compared;

    /**
     * Creates the wanted schema from the entities of an application.
     *
     * @param context the context, with its definitions and the beans that configure Hibernate
     * @param schema the schema that migrations run in
     * @param others further schemas that are compared
     */
    public JpaWantedSchema(ApplicationContext context, String schema, List<String> others) {
        this.ddl = new EntityDdl(context);
        this.schema = schema;
        this.compared = ComparedSchemas.of(others);
    }

    @Override
    public String describe() {
        return "the schema of the JPA entities";
    }

    @Override
    public String label() {
        return "the entities";
    }

    /** Ignores the order of columns: a field that moves within its class does not change a table. */
    @Override
    public boolean ordersColumns() {
        return false;
    }

    @Override
    public List<String> leftOut() {
        return List.copyOf(compared.leftOut());
    }

    @Override
    public void create(Connection connection) throws SQLException {
        List<String> statements = ddl.statements(new ScriptSettings(schema, compared, Server.of(connection)));
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                execute(statement, sql);
            }
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ComparisonException(
                    "The server refuses what Hibernate makes of the entities: " + e.getMessage() + " (SQLState "
                            + e.getSQLState() + ")\n    " + sql,
                    "Correct the mapping. Nothing was changed: all was rolled back.",
                    e);
        }
    }
}
