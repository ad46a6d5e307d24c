package dev.athanor.migration.autogenerate;

import dev.athanor.migration.schema.Schema;

/**
 * What is compared.
 *
 * @param live the schema that is there
 * @param wanted the schema that should be
 */
record Sides(Schema live, Schema wanted) {}
