/**
 * From one schema to another: the operations, in an order that PostgreSQL accepts, and their reverse.
 *
 * <p>What differs is found by name, then what else has to give way, then an order. Pure. Must not know where a schema comes
 * from, nor who runs the operations.
 */
@NullMarked
package dev.athanor.migration.diff;

import org.jspecify.annotations.NullMarked;
