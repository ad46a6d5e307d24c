/** Holds the Spring application events of schema migrations, which are published on the thread that migrates. */
@NullMarked
package dev.athanor.migration.autoconfigure.event;

import org.jspecify.annotations.NullMarked;
