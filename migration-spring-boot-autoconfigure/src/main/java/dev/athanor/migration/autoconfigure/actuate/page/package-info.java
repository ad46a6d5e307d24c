/**
 * The page that a browser is shown: values of the core in, one self-contained HTML document out.
 *
 * <p>Pure, but for its own style sheet and script, and the time: must not know a database, the endpoint or the web.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.actuate.page;

import org.jspecify.annotations.NullMarked;
