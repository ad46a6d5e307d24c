/**
 * Provides the schema that the application's entities want, as Hibernate's own DDL, without a database and without
 * starting the application.
 *
 * <p>This is the only package that knows Hibernate, and it knows only Hibernate's published settings.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.jpa;

import org.jspecify.annotations.NullMarked;
