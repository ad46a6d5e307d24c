/**
 * Tests that an application adds with one line, as pytest-alembic has them: its revisions, tried on a real server.
 *
 * <p>For tests only: the one place that knows JUnit. Must not decide anything; the core has.
 */
@NullMarked
package dev.athanor.migration.test;

import org.jspecify.annotations.NullMarked;
