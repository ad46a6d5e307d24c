package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Index;

/**
 * Represents an index with further facts from the catalogs.
 *
 * @param id the oid of the index
 * @param ofConstraint whether the index belongs to a constraint
 */
record CatalogIndex(long id, Index index, boolean ofConstraint) {}
