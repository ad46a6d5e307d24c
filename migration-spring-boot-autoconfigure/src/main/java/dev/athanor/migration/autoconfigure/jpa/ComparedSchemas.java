package dev.athanor.migration.autoconfigure.jpa;

import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;

/**
 * Leaves out what is in schemas that are not compared.
 *
 * @param others the schemas that are, besides the migrations' own
 */
record ComparedSchemas(List<String> others) implements SchemaFilter, SchemaFilterProvider {

    @Override
    public boolean includeNamespace(Namespace namespace) {
        Identifier schema = namespace.getPhysicalName().schema();
        return schema == null || others.contains(schema.getText());
    }

    @Override
    public boolean includeTable(Table table) {
        return true;
    }

    @Override
    public boolean includeSequence(Sequence sequence) {
        return true;
    }

    @Override
    public SchemaFilter getCreateFilter() {
        return this;
    }

    @Override
    public SchemaFilter getDropFilter() {
        return this;
    }

    @Override
    public SchemaFilter getMigrateFilter() {
        return this;
    }

    @Override
    public SchemaFilter getValidateFilter() {
        return this;
    }

    @Override
    public SchemaFilter getTruncatorFilter() {
        return this;
    }
}
