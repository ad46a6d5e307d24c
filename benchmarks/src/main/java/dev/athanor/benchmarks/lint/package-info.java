/** What lint estimates beside what the server then needs, and writers while a revision and its safer form run. */
@NullMarked
package dev.athanor.benchmarks.lint;

import org.jspecify.annotations.NullMarked;
