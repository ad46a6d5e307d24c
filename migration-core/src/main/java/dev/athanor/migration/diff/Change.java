package dev.athanor.migration.diff;

import dev.athanor.migration.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The operations of one revision.
 *
 * @param upgrade in the order in which they run
 * @param downgrade what gives back the schema from before them, in the order in which it runs
 * @since 0.1.0
 */
public record Change(List<Operation> upgrade, List<Operation> downgrade) {

    /** No operations. */
    public static final Change NONE = new Change(List.of(), List.of());

    public Change {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** With each operation's own reverse, last first. */
    public static Change of(List<? extends Operation> upgrade) {
        return new Change(List.copyOf(upgrade), reverse(upgrade));
    }

    static List<Operation> reverse(List<? extends Operation> operations) {
        List<Operation> reversed = new ArrayList<>();
        operations.forEach(operation -> reversed.add(operation.reverse()));
        Collections.reverse(reversed);
        return reversed;
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return upgrade.isEmpty();
    }
}
