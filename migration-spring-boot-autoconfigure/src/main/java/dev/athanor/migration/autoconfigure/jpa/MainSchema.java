package dev.athanor.migration.autoconfigure.jpa;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the application's names, but names objects of the migrations' own schema without the schema, so that they go
 * where the connection points.
 *
 * @param names the application's strategy
 * @param schema the migrations' own schema
 */
record MainSchema(PhysicalNamingStrategy names, String schema) implements PhysicalNamingStrategy {

    @Override
    public @Nullable Identifier toPhysicalCatalogName(@Nullable Identifier name, JdbcEnvironment environment) {
        return null;
    }

    @Override
    public @Nullable Identifier toPhysicalSchemaName(@Nullable Identifier name, JdbcEnvironment environment) {
        Identifier physical = names.toPhysicalSchemaName(name, environment);
        return physical == null || physical.getText().equals(schema) ? null : physical;
    }

    @Override
    public @Nullable Identifier toPhysicalTableName(@Nullable Identifier name, JdbcEnvironment environment) {
        return names.toPhysicalTableName(name, environment);
    }

    @Override
    public @Nullable Identifier toPhysicalSequenceName(@Nullable Identifier name, JdbcEnvironment environment) {
        return names.toPhysicalSequenceName(name, environment);
    }

    @Override
    public @Nullable Identifier toPhysicalColumnName(@Nullable Identifier name, JdbcEnvironment environment) {
        return names.toPhysicalColumnName(name, environment);
    }

    @Override
    public @Nullable Identifier toPhysicalTypeName(@Nullable Identifier name, JdbcEnvironment environment) {
        return names.toPhysicalTypeName(name, environment);
    }
}
