/** Classes with the header of a revision that are none. */
@NullMarked
package dev.athanor.oddapp;

import org.jspecify.annotations.NullMarked;
