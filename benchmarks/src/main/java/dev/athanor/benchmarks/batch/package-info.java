/** A backfill in batches beside loops written by hand. */
@NullMarked
package dev.athanor.benchmarks.batch;

import org.jspecify.annotations.NullMarked;
