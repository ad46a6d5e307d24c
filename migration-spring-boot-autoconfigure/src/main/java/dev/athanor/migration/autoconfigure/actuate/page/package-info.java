/** Renders the page for browsers: values of the core in, one self-contained HTML document out. */
@NullMarked
package dev.athanor.migration.autoconfigure.actuate.page;

import org.jspecify.annotations.NullMarked;
