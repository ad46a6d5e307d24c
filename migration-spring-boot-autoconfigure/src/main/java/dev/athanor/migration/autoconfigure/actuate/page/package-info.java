/**
 * Renders the page for browsers: values of the core in, one self-contained HTML document out.
 *
 * <p>The package is pure except for its style sheet, its script and the time. It must not know a database, the
 * endpoint or the web.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.actuate.page;

import org.jspecify.annotations.NullMarked;
