/**
 * Offers the directives of revisions in Java, Alembic's {@code op}: each builds an operation and hands it on. The
 * package must
 * not know SQL, files or a database.
 */
@NullMarked
package dev.athanor.migration.directive;

import org.jspecify.annotations.NullMarked;
