/**
 * Provides the templates of new revisions: the name of a file, the text of a script, and the source of a class.
 *
 * <p>The package is pure: it must not know where files are written.
 */
@NullMarked
package dev.athanor.migration.template;

import org.jspecify.annotations.NullMarked;
