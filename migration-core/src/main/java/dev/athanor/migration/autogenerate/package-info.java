/**
 * From a wanted schema to what the database lacks of it: the comparison, and the revision that makes up for it, proven before
 * it is written.
 *
 * <p>Whatever is done to a database here is done in a transaction that is rolled back. Must not know how a wanted schema
 * comes about, nor the facade.
 */
@NullMarked
package dev.athanor.migration.autogenerate;

import org.jspecify.annotations.NullMarked;
