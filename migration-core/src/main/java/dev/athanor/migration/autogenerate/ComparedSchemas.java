package dev.athanor.migration.autogenerate;

import dev.athanor.migration.autogenerate.WantedSchema.DatabaseObjects;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the live schema and the wanted one in the form in which they are compared.
 *
 * @param name what the wanted schema is, for people
 * @param there the schema that is there
 * @param asked the schema that should be
 * @param coverage the schemas that both were read of, and those that the database has besides
 * @param leftOut tables of other tools, which are not compared
 */
record ComparedSchemas(String name, ReadSchema there, ReadSchema asked, Coverage coverage, ToolTables leftOut) {

    Schema live() {
        return there.schema();
    }

    Schema wanted() {
        return asked.schema();
    }

    /** Returns the report of what differs between the two. */
    ComparisonReport report(SchemaDiff diff, WantedSchema source, DiffOptions options) {
        return new ComparisonReport(
                name,
                diff,
                asked.undescribedSince(there, diff, options),
                coverage.without(source.leftOut()),
                leftOut,
                Sides.databaseAnd(source.label()));
    }

    /** Returns the same comparison with tables of other tools left out. */
    ComparedSchemas without(ToolTables tools) {
        return new ComparedSchemas(name, there, asked, coverage, tools);
    }

    /** Returns the same comparison with those objects of the whole database that are wanted. */
    ComparedSchemas withDatabaseObjects(DatabaseObjects kind) {
        Schema settled =
                switch (kind) {
                    case CREATED -> wanted();
                    case NONE -> wanted().map(one -> isOfDatabase(one) ? Optional.empty() : Optional.of(one));
                    case NOT_DEFINED -> wantedAndThere();
                };
        return new ComparedSchemas(name, there, new ReadSchema(settled, asked.evidence()), coverage, leftOut);
    }

    private static boolean isOfDatabase(Definition one) {
        return one.object().kind().isOfDatabase();
    }

    /** Returns the wanted schema with the objects of the whole database that are there, unless they need what goes. */
    private Schema wantedAndThere() {
        Set<SchemaObject> known = new HashSet<>();
        wanted().definitions().forEach(one -> {
            known.add(one.object());
            known.addAll(one.parts().keySet());
        });
        List<Definition> more = new ArrayList<>(live().definitions().stream()
                .filter(one -> isOfDatabase(one) && !known.contains(one.object()))
                .toList());
        more.forEach(one -> known.add(one.object()));
        boolean removed = !more.isEmpty();
        while (removed) {
            Set<SchemaObject> lacking = live().dependencies().stream()
                    .filter(need -> !known.contains(need.on()))
                    .map(Dependency::dependent)
                    .collect(Collectors.toSet());
            removed = more.removeIf(one -> lacking.contains(one.object()) && known.remove(one.object()));
        }
        Set<SchemaObject> added = more.stream().map(Definition::object).collect(Collectors.toSet());
        more.addAll(wanted().definitions());
        List<Dependency> needs = new ArrayList<>(wanted().dependencies());
        live().dependencies().stream()
                .filter(need -> added.contains(need.dependent()))
                .forEach(needs::add);
        return new Schema(more, needs, wanted().settings());
    }

    /** Returns the same schemas with another live one. */
    ComparedSchemas withLive(Schema other) {
        return new ComparedSchemas(name, new ReadSchema(other, there.evidence()), asked, coverage, leftOut);
    }
}
