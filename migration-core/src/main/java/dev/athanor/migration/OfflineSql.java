package dev.athanor.migration;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.offline.SqlScript;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.runner.RunSettings;
import java.util.List;

/** What commands would send, as SQL text and without a database connection: Alembic's offline mode. */
public final class OfflineSql {

    private final Planner planner;
    private final Tables tables;
    private final RunSettings settings;

    OfflineSql(Planner planner, Tables tables, RunSettings settings) {
        this.planner = planner;
        this.tables = tables;
        this.settings = settings;
    }

    /** From nothing to the target, or {@code from:to}. */
    public String upgrade(String target) {
        return SqlScript.of(DraftException.requireNone(planner.offlineUpgrade(target)), tables, settings);
    }

    /** Always {@code from:to}. */
    public String downgrade(String range) {
        return SqlScript.of(planner.offlineDowngrade(range), tables, settings);
    }

    /** From nothing, or {@code from:to}. */
    public String stamp(String... targets) {
        return SqlScript.of(planner.offlineStamp(List.of(targets)), tables, settings);
    }

    /** The creation of the version table and the history. */
    public String ensureVersion() {
        return SqlScript.ensureVersion(tables);
    }
}
