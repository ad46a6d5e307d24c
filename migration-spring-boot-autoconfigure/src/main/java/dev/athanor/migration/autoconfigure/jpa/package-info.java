/**
 * Provides the schema that the application's entities want, as Hibernate's own DDL, without a database and without
 * starting the application.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.jpa;

import org.jspecify.annotations.NullMarked;
