/**
 * Prints operations as the Java source of a revision: {@link dev.athanor.migration.javasource.JavaBody}.
 *
 * <p>Knows the values of {@code operation} and nothing of scripts, files or the database.
 */
@NullMarked
package dev.athanor.migration.javasource;

import org.jspecify.annotations.NullMarked;
