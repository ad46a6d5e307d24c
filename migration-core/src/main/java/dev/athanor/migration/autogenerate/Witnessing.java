package dev.athanor.migration.autogenerate;

import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.witness.CatalogWitness;
import dev.athanor.migration.witness.Evidence;
import dev.athanor.migration.witness.WitnessScope;
import dev.athanor.migration.witness.WitnessScope.Extent;
import java.util.List;

/** Asks the witness about the schemas that the catalog reader reads, in the same transaction. */
final class Witnessing {

    private Witnessing() {}

    /** Returns what is compared with a schema that was created in another way: only the objects in the schemas. */
    static Evidence schemas(RollbackTransaction transaction, SchemaScope scope, List<String> path) {
        return read(transaction, scope, path, Extent.SCHEMAS);
    }

    static Evidence read(RollbackTransaction transaction, SchemaScope scope, List<String> path, Extent extent) {
        return new CatalogWitness(transaction.connection())
                .read(WitnessScope.of(scope.schema())
                        .withSchemas(scope.others())
                        .withPath(path)
                        .without(scope.omitted().toArray(String[]::new))
                        .withExtent(extent));
    }
}
