/**
 * Provides the API for revisions in Java: the header annotation, the interfaces to implement, and the operations.
 *
 * <p>Applications write code against this package. The package must not know scripts, plans, or how a revision is run.
 * It refers to Spring's {@code JdbcClient} by name.
 */
@NullMarked
package dev.athanor.migration.revision;

import org.jspecify.annotations.NullMarked;
