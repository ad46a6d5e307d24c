package dev.athanor.migration.autogenerate;

import dev.athanor.migration.schema.Schema;

/**
 * The live schema and the wanted one, as they are compared.
 *
 * @param name what the wanted schema is, for people
 * @param live the schema that is there
 * @param wanted the schema that should be
 * @param coverage the schemas that both were read of, and those that the database has besides
 */
record ComparedSchemas(String name, Schema live, Schema wanted, Coverage coverage) {

    ComparedSchemas withLive(Schema other) {
        return new ComparedSchemas(name, other, wanted, coverage);
    }
}
