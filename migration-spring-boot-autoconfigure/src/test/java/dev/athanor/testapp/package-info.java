/** An application of a user's, outside the packages of the auto-configuration. */
@NullMarked
package dev.athanor.testapp;

import org.jspecify.annotations.NullMarked;
