/** Tests the facade as its users see it. */
@NullMarked
package dev.athanor.migration;

import org.jspecify.annotations.NullMarked;
