package dev.athanor.migration.diff;

import dev.athanor.migration.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Holds the operations of one revision.
 *
 * @param upgrade the operations in the order in which they run
 * @param downgrade the operations that restore the previous schema, in the order in which they run
 * @since 0.1.0
 */
public record Change(List<Operation> upgrade, List<Operation> downgrade) {

    /** Holds no operations. */
    public static final Change NONE = new Change(List.of(), List.of());

    public Change {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** Creates a change whose downgrade consists of each operation's own reverse, last first. */
    public static Change of(List<? extends Operation> upgrade) {
        return new Change(List.copyOf(upgrade), reverse(upgrade));
    }

    static List<Operation> reverse(List<? extends Operation> operations) {
        List<Operation> reversed = new ArrayList<>();
        operations.forEach(operation -> reversed.add(operation.reverse()));
        Collections.reverse(reversed);
        return reversed;
    }

    /** Returns whether there is nothing to do. */
    public boolean isEmpty() {
        return upgrade.isEmpty();
    }
}
