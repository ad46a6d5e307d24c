/**
 * Writes a plan as SQL text for somebody else to run ({@code --sql}).
 *
 * <p>Must not touch a database: which one will run the text is not known.
 */
@NullMarked
package dev.athanor.migration.offline;

import org.jspecify.annotations.NullMarked;
