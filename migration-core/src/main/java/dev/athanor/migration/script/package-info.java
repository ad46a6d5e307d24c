/**
 * Revision scripts: text to values, and the directory of them all (stations 2 and 3).
 *
 * <p>Pure: text in, values out. Must not know where the text came from or what will run it.
 */
@NullMarked
package dev.athanor.migration.script;

import org.jspecify.annotations.NullMarked;
