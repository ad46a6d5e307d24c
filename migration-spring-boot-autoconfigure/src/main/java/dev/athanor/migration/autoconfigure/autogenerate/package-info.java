/**
 * What an application wants its schema to be, and how the database is compared with it: from the properties and the
 * application's beans.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.autogenerate;

import org.jspecify.annotations.NullMarked;
