/**
 * Reads revision scripts from a folder, the class path or a jar.
 *
 * <p>The package deals with files only. It must not interpret what it reads.
 */
@NullMarked
package dev.athanor.migration.source;

import org.jspecify.annotations.NullMarked;
