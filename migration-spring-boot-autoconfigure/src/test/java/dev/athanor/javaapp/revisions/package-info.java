/** Its revisions. */
@NullMarked
package dev.athanor.javaapp.revisions;

import org.jspecify.annotations.NullMarked;
