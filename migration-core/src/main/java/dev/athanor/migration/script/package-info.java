/**
 * Parses revision scripts into values, and assembles the directory of all scripts (stations 2 and 3).
 *
 * <p>The package is pure: it turns text into values. It must not know where the text came from or what will run it.
 */
@NullMarked
package dev.athanor.migration.script;

import org.jspecify.annotations.NullMarked;
