package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.HashSet;
import java.util.Set;

/** What functions may need whose body is text: whatever it names. */
final class Guesses {

    private static final Set<ObjectKind> KINDS = Set.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.FUNCTION,
            ObjectKind.SEQUENCE,
            ObjectKind.ENUM_TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.COMPOSITE_TYPE);

    private Guesses() {}

    static Set<Dependency> of(Schema schema, Inventory inventory) {
        Set<Dependency> guesses = new HashSet<>();
        for (Function function : schema.functions()) {
            if (Routines.isOpaque(function)) {
                SchemaObject key = Keys.function(function);
                inventory.names().stream()
                        .filter(object -> KINDS.contains(object.kind()) && !object.equals(key))
                        .filter(object ->
                                Routines.mentions(function, object.name().name()))
                        .forEach(object -> guesses.add(new Dependency(key, object)));
            }
        }
        return guesses;
    }
}
