/**
 * Compares a database with the revisions of a build: it is at revisions that the build knows, ahead of the build, or
 * diverged from it. Also finds applied scripts that have changed since. The package itself reads and writes nothing.
 */
@NullMarked
package dev.athanor.migration.standing;

import org.jspecify.annotations.NullMarked;
