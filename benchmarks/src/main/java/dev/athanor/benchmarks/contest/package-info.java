/** The same revisions by Athanor, raw JDBC, Flyway and Liquibase. */
@NullMarked
package dev.athanor.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
