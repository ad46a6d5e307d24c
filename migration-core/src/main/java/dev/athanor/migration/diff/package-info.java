/**
 * Computes the operations that turn one schema into another, in an order that PostgreSQL accepts, and their reverse.
 *
 * <p>Differences are found by name, then the other objects that have to give way, then an order. The package is pure:
 * it must not know where a schema comes from, nor who runs the operations.
 */
@NullMarked
package dev.athanor.migration.diff;

import org.jspecify.annotations.NullMarked;
