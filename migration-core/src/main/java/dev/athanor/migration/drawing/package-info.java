/**
 * Draws the revision graph: lanes next to each other, and from these text, Mermaid and Graphviz.
 *
 * <p>The package is pure: it turns values into text. It must not know a terminal and its colours, files, SQL or a
 * database; {@link dev.athanor.migration.drawing.Marks} provides what the database has applied.
 */
@NullMarked
package dev.athanor.migration.drawing;

import org.jspecify.annotations.NullMarked;
