/** Spring application events of schema migrations, published on the thread that migrates. */
@NullMarked
package dev.athanor.migration.autoconfigure.event;

import org.jspecify.annotations.NullMarked;
