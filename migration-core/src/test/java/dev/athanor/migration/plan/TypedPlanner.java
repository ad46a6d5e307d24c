package dev.athanor.migration.plan;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;

/** Plans commands as they are typed, as the facade does. */
public final class TypedPlanner {

    private final Planner planner;
    private final RequestReader reader;

    /** Creates a planner for scripts. */
    public TypedPlanner(ScriptDirectory directory) {
        this.planner = new Planner(directory);
        this.reader = new RequestReader(() -> planner);
    }

    /** Plans an upgrade. */
    public MigrationPlan upgrade(CurrentHeads rows, List<String> targets) {
        return planner.plan(rows, reader.read(Command.UPGRADE, targets));
    }

    /** Plans a downgrade. */
    public MigrationPlan downgrade(CurrentHeads rows, String target) {
        return planner.plan(rows, reader.read(Command.DOWNGRADE, List.of(target)));
    }

    /** Plans a stamp. */
    public MigrationPlan stamp(CurrentHeads rows, List<String> targets, StampMode mode) {
        MigrationRequest request = reader.read(Command.STAMP, targets);
        return planner.plan(rows, new MigrationRequest.Stamp(request.targets(), mode));
    }

    /** Plans the SQL text of an upgrade. */
    public MigrationPlan offlineUpgrade(String range) {
        return offline(Command.UPGRADE, List.of(range));
    }

    /** Plans the SQL text of a downgrade. */
    public MigrationPlan offlineDowngrade(String range) {
        return offline(Command.DOWNGRADE, List.of(range));
    }

    /** Plans the SQL text of a stamp. */
    public MigrationPlan offlineStamp(List<String> ranges) {
        return offline(Command.STAMP, ranges);
    }

    private MigrationPlan offline(Command command, List<String> ranges) {
        return planner.offline(command, reader.ranges(command, ranges));
    }
}
