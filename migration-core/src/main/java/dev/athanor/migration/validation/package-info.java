/** Collects everything that is wrong with the revisions of a build, and with a database that does not match them. */
@NullMarked
package dev.athanor.migration.validation;

import org.jspecify.annotations.NullMarked;
