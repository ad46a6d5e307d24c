/**
 * Databases that are made for a moment and dropped: where revisions may run without harm.
 *
 * <p>Beside the target or on a server of the developer's choice; never in the target. Must not know what runs there.
 */
@NullMarked
package dev.athanor.migration.shadow;

import org.jspecify.annotations.NullMarked;
