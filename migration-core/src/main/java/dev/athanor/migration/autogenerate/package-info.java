/**
 * Compares a wanted schema with a database, and generates the revision that resolves the differences, proven before it
 * is written.
 *
 * <p>Everything that the package does to a database happens in a transaction that is rolled back. The package must not
 * know how a wanted schema is produced, nor the facade.
 */
@NullMarked
package dev.athanor.migration.autogenerate;

import org.jspecify.annotations.NullMarked;
