/** What only a JVM of its own can tell: cold starts and small heaps. */
@NullMarked
package dev.athanor.benchmarks.child;

import org.jspecify.annotations.NullMarked;
