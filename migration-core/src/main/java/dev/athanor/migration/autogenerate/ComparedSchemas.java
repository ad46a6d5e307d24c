package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.schema.Schema;

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

    /** Returns the same schemas with another live one. */
    ComparedSchemas withLive(Schema other) {
        return new ComparedSchemas(name, new ReadSchema(other, there.evidence()), asked, coverage, leftOut);
    }
}
