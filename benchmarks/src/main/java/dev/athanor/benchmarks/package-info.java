/** What migrations cost, measured. */
@NullMarked
package dev.athanor.benchmarks;

import org.jspecify.annotations.NullMarked;
