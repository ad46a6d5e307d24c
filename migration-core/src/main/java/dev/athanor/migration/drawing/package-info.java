/**
 * The revision graph drawn: lanes beside each other, and from these text, Mermaid and Graphviz.
 *
 * <p>Pure: values in, text out. Must not know a terminal and its colours, files, SQL or a database; what the
 * database has applied comes in as {@link dev.athanor.migration.drawing.Marks}.
 */
@NullMarked
package dev.athanor.migration.drawing;

import org.jspecify.annotations.NullMarked;
