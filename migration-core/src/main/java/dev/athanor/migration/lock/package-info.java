/**
 * Takes the migration lock, and watches and limits the time that statements wait for the locks of other sessions.
 *
 * <p>The package must not know plans or what runs under the lock.
 */
@NullMarked
package dev.athanor.migration.lock;

import org.jspecify.annotations.NullMarked;
