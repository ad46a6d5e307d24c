/**
 * Where revision scripts come from: a folder, the class path, a jar (station 1).
 *
 * <p>Files only. Must not interpret what it reads.
 */
@NullMarked
package dev.athanor.migration.source;

import org.jspecify.annotations.NullMarked;
