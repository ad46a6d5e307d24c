/** Fixtures that every module's tests share: one PostgreSQL a JVM, a fresh database a test. */
@NullMarked
package dev.athanor.migration.testing;

import org.jspecify.annotations.NullMarked;
