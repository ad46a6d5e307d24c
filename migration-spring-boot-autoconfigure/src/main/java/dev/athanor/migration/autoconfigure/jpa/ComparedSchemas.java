package dev.athanor.migration.autoconfigure.jpa;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;

/**
 * Leaves out what is in schemas that are not compared, and remembers which those are.
 *
 * @param others the schemas that are compared, besides the migrations' own
 * @param leftOut the schemas of entities that are not
 */
record ComparedSchemas(List<String> others, Set<String> leftOut) implements SchemaFilter, SchemaFilterProvider {

    ComparedSchemas {
        others = List.copyOf(others);
    }

    static ComparedSchemas of(List<String> others) {
        return new ComparedSchemas(others, new TreeSet<>());
    }

    @Override
    public boolean includeNamespace(Namespace namespace) {
        Identifier schema = namespace.getPhysicalName().schema();
        boolean included = schema == null || others.contains(schema.getText());
        if (!included
                && (!namespace.getTables().isEmpty()
                        || namespace.getSequences().iterator().hasNext())) {
            leftOut.add(schema.getText());
        }
        return included;
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
