/** The parts that know no database, by JMH. */
@NullMarked
package dev.athanor.benchmarks.pure;

import org.jspecify.annotations.NullMarked;
