/**
 * The application's entities as the schema that they want: Hibernate's own DDL, made without a database and without
 * starting the application.
 *
 * <p>The only package that knows Hibernate, and it knows its published settings only.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.jpa;

import org.jspecify.annotations.NullMarked;
