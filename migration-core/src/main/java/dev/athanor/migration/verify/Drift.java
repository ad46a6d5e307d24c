package dev.athanor.migration.verify;

import dev.athanor.migration.autogenerate.ComparisonException;
import dev.athanor.migration.autogenerate.ComparisonReport;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.SchemaComparison;
import dev.athanor.migration.autogenerate.Sides;
import dev.athanor.migration.autogenerate.ToolTables;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.inspect.SchemaHoldings;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.shadow.ThrowAwayDatabase;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Compares a database with what its own revisions make of an empty one: what has been done to it by hand. */
public final class Drift {

    private final ScriptDirectory scripts;
    private final Tables tables;
    private final RunSettings run;
    private final Placeholders placeholders;

    /** For these scripts, run as the target's are. */
    public Drift(ScriptDirectory scripts, Tables tables, RunSettings run, Placeholders placeholders) {
        this.scripts = scripts;
        this.tables = tables;
        this.run = run;
        this.placeholders = placeholders;
    }

    /**
     * What the database has become since: from its revisions to what it is now.
     *
     * @param target only read
     * @param applied what is applied in it
     * @throws ComparisonException where a revision of it is not known
     */
    public ComparisonReport of(DataSource target, Heads applied, ComparisonSettings settings) {
        requireKnown(applied);
        MigratedSchema made = made(target, applied, settings);
        SchemaComparison comparison = new SchemaComparison(target, tables, made.settings());
        Schema live = comparison.live();
        ToolTables leftOut = comparison.leftOut(live, made.schema());
        DiffOptions options = leftOut.excludedFrom(settings.options()).withNames(DiffOptions.ComparedNames.ALL);
        return new ComparisonReport(
                "its own revisions up to " + applied.capped(),
                SchemaDiff.between(made.schema(), live, options),
                comparison.coverage(),
                leftOut,
                Sides.databaseSince("the revisions"));
    }

    /**
     * What the revisions have made.
     *
     * @param settings with every schema in which they made or changed something
     */
    private record MigratedSchema(Schema schema, ComparisonSettings settings) {}

    private void requireKnown(Heads applied) {
        List<RevisionId> unknown = applied.ids().stream()
                .filter(id -> !scripts.graph().contains(id))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ComparisonException(
                    "The database is at " + CappedList.of(unknown)
                            + ", which this build does not have: what its revisions make is not known.",
                    "Ask the build that has upgraded it, or see `migration status`.");
        }
    }

    private MigratedSchema made(DataSource target, Heads applied, ComparisonSettings settings) {
        DatabasePrerequisites expected = DatabasePrerequisites.of(target, tables, scripts);
        MigrationRunner runner = new MigrationRunner(expected.tables(), run, RunListener.NONE, placeholders);
        ThrowAwayDatabase database = ThrowAwayDatabase.create(target, settings.shadow());
        try (ReplayDatabase replay = ReplayDatabase.open(database, runner, expected)) {
            SchemaHoldings before = replay.holdings();
            if (!applied.isEmpty()) {
                List<String> targets =
                        applied.ids().stream().map(RevisionId::value).toList();
                replay.run(new Planner(scripts).upgrade(Heads.NONE, targets));
            }
            SortedSet<String> schemas = new TreeSet<>(replay.holdings().changedSince(before));
            schemas.addAll(settings.schemas());
            schemas.remove(expected.tables().schema());
            ComparisonSettings whole = settings.withSchemas(schemas.toArray(String[]::new));
            return new MigratedSchema(
                    new SchemaComparison(database.dataSource(), expected.tables(), whole).live(), whole);
        }
    }
}
