/**
 * Acts on the database: lock, version table, history, plan (stations 4 and 7).
 *
 * <p>The only package that writes to the database. Must not decide what to do: the plan has.
 */
@NullMarked
package dev.athanor.migration.runner;

import org.jspecify.annotations.NullMarked;
