/** What a starter adds to the start of an application. */
@NullMarked
package dev.athanor.benchmarks.start;

import org.jspecify.annotations.NullMarked;
