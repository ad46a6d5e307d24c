/**
 * Rewrites hazardous revisions: splits a revision into several that make nobody wait for long, and proves that they end
 * in the same schema.
 *
 * @since 0.1.0
 */
@NullMarked
package dev.athanor.migration.fix;

import org.jspecify.annotations.NullMarked;
