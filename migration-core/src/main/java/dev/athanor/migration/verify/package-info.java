/**
 * Verifies that downgrades restore the schema, by trying them revision by revision in a throw-away database.
 *
 * <p>Verification uses the same plan runner as migrations and the same catalog reader as autogenerate. The package must
 * not change the target.
 */
@NullMarked
package dev.athanor.migration.verify;

import org.jspecify.annotations.NullMarked;
