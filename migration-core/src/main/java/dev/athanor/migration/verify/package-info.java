/**
 * Whether downgrades give back the schema that they started from: tried, revision by revision, in a throw-away database.
 *
 * <p>Runs what the plan runner runs and looks with the same catalog reader as autogenerate. Must not touch the target.
 */
@NullMarked
package dev.athanor.migration.verify;

import org.jspecify.annotations.NullMarked;
