package dev.athanor.migration.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Represents the schema that an application wants, in a form that can create it.
 *
 * @since 0.1.0
 */
public interface WantedSchema {

    /** Returns a description for users: {@code schema.sql}, {@code the entities of the application}. */
    String describe();

    /** Returns what a line calls it where a thing is only there: {@code the entities}. */
    default String label() {
        return "the wanted schema";
    }

    /** Returns whether a person chose the order of its columns; an order that a generator chose is not compared. */
    default boolean ordersColumns() {
        return true;
    }

    /** Returns the schemas and extensions that it names; further schemas that it creates are compared as well. */
    default SchemaNames names() {
        return SchemaNames.NONE;
    }

    /** Tells what a wanted schema says about objects of the whole database, such as publications and foreign servers. */
    enum DatabaseObjects {
        /** Cannot define such objects: those that the database has stay. */
        NOT_DEFINED,
        /** Defines all such objects, and there are none: those that the database has are not wanted. */
        NONE,
        /** Defines all such objects, and creates some: they are created in a database of their own. */
        CREATED
    }

    /** Returns what it says about objects of the whole database. */
    default DatabaseObjects databaseObjects() {
        return DatabaseObjects.NOT_DEFINED;
    }

    /**
     * Returns the schemas with wanted objects that {@link #create} has left out, because these schemas are not
     * compared. The result is known only after {@link #create}.
     */
    default List<String> leftOut() {
        return List.of();
    }

    /**
     * Returns the same schema with its owners and privileges, which are created only if they are compared. A schema
     * that has none is returned as it is.
     */
    default WantedSchema withPrivileges() {
        return this;
    }

    /**
     * Creates the schema in the connection's current schema, by unqualified names, or in the schemas that {@link
     * #names} returns.
     *
     * <p>The method runs in a transaction that is rolled back afterwards, and that it must neither commit nor end.
     *
     * @throws SQLException if the server rejects a statement
     */
    void create(Connection connection) throws SQLException;
}
