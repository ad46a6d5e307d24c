/** What the manual shows: a backup before each upgrade. */
@NullMarked
package dev.athanor.backup;

import org.jspecify.annotations.NullMarked;
