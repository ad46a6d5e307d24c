/**
 * How a database stands to the revisions of a build: at revisions that the build knows, ahead of it, or diverged from it;
 * and applied scripts that have been changed since. Reads nothing and writes nothing itself.
 */
@NullMarked
package dev.athanor.migration.standing;

import org.jspecify.annotations.NullMarked;
