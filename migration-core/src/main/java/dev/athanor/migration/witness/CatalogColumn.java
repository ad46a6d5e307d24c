package dev.athanor.migration.witness;

/**
 * Describes a column of a catalog.
 *
 * @param name the name
 * @param expression the SQL by which it is read as text
 * @param reference what its values refer to
 */
record CatalogColumn(String name, String expression, Reference reference) {}
