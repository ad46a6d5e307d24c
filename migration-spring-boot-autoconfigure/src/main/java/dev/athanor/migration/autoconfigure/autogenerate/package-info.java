/**
 * Provides what an application wants its schema to be, and how the database is compared with it, from properties and
 * beans.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.autogenerate;

import org.jspecify.annotations.NullMarked;
