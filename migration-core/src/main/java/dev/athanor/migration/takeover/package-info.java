/**
 * Takes over a database that another tool has migrated: reads the other tool's files and history, decides what they
 * become, proves it, and writes files and rows together.
 *
 * <p>An {@link dev.athanor.migration.takeover.Import} is the decision as data: a dry run prints it, and {@link
 * dev.athanor.migration.takeover.Takeover} carries it out. The package must not depend on the other tools, and writes
 * nothing of theirs.
 */
@NullMarked
package dev.athanor.migration.takeover;

import org.jspecify.annotations.NullMarked;
