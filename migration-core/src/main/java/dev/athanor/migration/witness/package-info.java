/**
 * Reads every row of the system catalogs that belongs to the compared schemas, without a model of what the rows mean.
 *
 * <p>The witness judges whether two states of a database are the same. It takes the catalogs, their columns and what
 * their columns refer to from the server, so that it also sees kinds of objects that the catalog reader does not know.
 * For that reason it shares no code with {@code schema}, {@code inspect} and {@code diff}, and must not use them.
 */
@NullMarked
package dev.athanor.migration.witness;

import org.jspecify.annotations.NullMarked;
