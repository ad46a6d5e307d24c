package dev.athanor.migration.autogenerate;

import dev.athanor.migration.schema.Schema;

/**
 * Holds the live schema and the wanted one in the form in which they are compared.
 *
 * @param name the description of the wanted schema for users
 * @param live the existing schema
 * @param wanted the wanted schema
 * @param coverage the schemas from which both were read, and the other schemas of the database
 */
record ComparedSchemas(String name, Schema live, Schema wanted, Coverage coverage) {}
