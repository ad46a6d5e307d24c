/** Results as text and as a page of the documentation. */
@NullMarked
package dev.athanor.benchmarks.report;

import org.jspecify.annotations.NullMarked;
