/** The proof of downgrades: {@code verify}, and the reading of large schemas. */
@NullMarked
package dev.athanor.benchmarks.proof;

import org.jspecify.annotations.NullMarked;
