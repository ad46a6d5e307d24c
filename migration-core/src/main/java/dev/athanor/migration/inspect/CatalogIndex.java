package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Index;

/**
 * An index with what the catalogs say of it besides.
 *
 * @param id its id
 * @param ofConstraint whether a constraint keeps it for itself
 */
record CatalogIndex(long id, Index index, boolean ofConstraint) {}
