/**
 * Renders a plan as SQL text to be run elsewhere ({@code --sql}).
 *
 * <p>The package must not touch a database, because the database that will run the text is unknown.
 */
@NullMarked
package dev.athanor.migration.offline;

import org.jspecify.annotations.NullMarked;
