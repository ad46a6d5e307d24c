package dev.athanor.migration.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The schema that an application wants, in a form that can create it. */
public interface WantedSchema {

    /** Returns what it is, for people: {@code schema.sql}, {@code the entities of the application}. */
    String describe();

    /** Returns what a line calls it where a thing is only there: {@code the entities}. */
    default String label() {
        return "the wanted schema";
    }

    /** Returns whether somebody chose the order of its columns; where a generator did, it is not compared. */
    default boolean ordersColumns() {
        return true;
    }

    /** Returns what it says of schemas: further ones that it creates are compared as well. */
    default SchemaNames names() {
        return SchemaNames.NONE;
    }

    /**
     * Returns the schemas in which it wants something that {@link #create} has left out, since they are not compared; known
     * after that.
     */
    default List<String> leftOut() {
        return List.of();
    }

    /**
     * Creates it in the connection's current schema, by names without a schema; or in those that {@link #names} speaks of.
     *
     * <p>Runs in a transaction that is rolled back afterwards, and that it must neither commit nor end.
     *
     * @throws SQLException where the server refuses
     */
    void create(Connection connection) throws SQLException;
}
