/** What its revisions inject. */
@NullMarked
package dev.athanor.javaapp.text;

import org.jspecify.annotations.NullMarked;
