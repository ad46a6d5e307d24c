/** An application of a user's with revisions in Java. */
@NullMarked
package dev.athanor.javaapp;

import org.jspecify.annotations.NullMarked;
