package dev.athanor.migration;

import dev.athanor.migration.graph.TargetRange;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.offline.SqlScript;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.plan.RequestReader;
import dev.athanor.migration.runner.RunSettings;
import java.util.List;

/**
 * Renders what commands would send as SQL text, without a database connection: Alembic's offline mode.
 *
 * @since 0.1.0
 */
public final class OfflineSql {

    private final Planner planner;
    private final String target;
    private final Tables tables;
    private final RunSettings settings;

    OfflineSql(Planner planner, String target, Tables tables, RunSettings settings) {
        this.target = target;
        this.planner = planner;
        this.tables = tables;
        this.settings = settings;
    }

    /**
     * Returns the SQL of an upgrade.
     *
     * @param ranges one target, which is reached from {@code base}, or one range {@code from:to}
     */
    public String upgrade(String... ranges) {
        return of(Command.UPGRADE, ranges);
    }

    /**
     * Returns the SQL of a downgrade.
     *
     * @param ranges one range {@code from:to}
     */
    public String downgrade(String... ranges) {
        return of(Command.DOWNGRADE, ranges);
    }

    /**
     * Returns the SQL of a stamp.
     *
     * @param ranges targets, which are reached from {@code base}, or ranges {@code from:to} with the same start
     */
    public String stamp(String... ranges) {
        return of(Command.STAMP, ranges);
    }

    private String of(Command command, String... ranges) {
        return of(command, List.of(ranges));
    }

    /**
     * Returns the SQL of any command.
     *
     * @param command the command
     * @param ranges the texts of targets or ranges; an upgrade without any leads to {@link Migrations#target()}
     */
    public String of(Command command, List<String> ranges) {
        List<String> texts = command == Command.UPGRADE && ranges.isEmpty() ? List.of(target) : ranges;
        List<TargetRange> parsed = new RequestReader(() -> planner).ranges(command, texts);
        return SqlScript.of(DraftException.requireNone(planner.offline(command, parsed)), tables, settings);
    }

    /** Renders the creation of the version table and the history table. */
    public String ensureVersion() {
        return SqlScript.ensureVersion(tables);
    }
}
