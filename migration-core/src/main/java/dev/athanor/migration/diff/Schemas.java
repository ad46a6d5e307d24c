package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.Table;
import java.util.List;

/** A schema with one thing changed. */
final class Schemas {

    private Schemas() {}

    static Schema withTables(Schema schema, List<Table> tables) {
        return new Schema(
                schema.namespaces(),
                schema.extensions(),
                schema.enumTypes(),
                schema.domains(),
                schema.compositeTypes(),
                schema.sequences(),
                tables,
                schema.views(),
                schema.functions(),
                schema.triggers(),
                schema.dependencies());
    }

    static Schema withEnumTypes(Schema schema, List<EnumType> types) {
        return new Schema(
                schema.namespaces(),
                schema.extensions(),
                types,
                schema.domains(),
                schema.compositeTypes(),
                schema.sequences(),
                schema.tables(),
                schema.views(),
                schema.functions(),
                schema.triggers(),
                schema.dependencies());
    }

    static Schema withDependencies(Schema schema, List<Dependency> dependencies) {
        return new Schema(
                schema.namespaces(),
                schema.extensions(),
                schema.enumTypes(),
                schema.domains(),
                schema.compositeTypes(),
                schema.sequences(),
                schema.tables(),
                schema.views(),
                schema.functions(),
                schema.triggers(),
                dependencies);
    }
}
