/**
 * Revisions in Java: their header as an annotation, what they implement, and what they are given.
 *
 * <p>What an application writes against. Must not know scripts, plans, or how a revision is run; knows Spring's
 * {@code JdbcClient} by name.
 */
@NullMarked
package dev.athanor.migration.revision;

import org.jspecify.annotations.NullMarked;
