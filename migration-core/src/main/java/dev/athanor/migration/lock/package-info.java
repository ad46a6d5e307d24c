/**
 * Takes the migration lock, and watches and limits the waits of statements for the locks of others.
 *
 * <p>Must not know plans or what runs under the lock.
 */
@NullMarked
package dev.athanor.migration.lock;

import org.jspecify.annotations.NullMarked;
