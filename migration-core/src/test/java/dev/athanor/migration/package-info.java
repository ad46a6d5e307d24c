/** Tests of the facade: the engine as its users meet it. */
@NullMarked
package dev.athanor.migration;

import org.jspecify.annotations.NullMarked;
