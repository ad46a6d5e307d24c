package dev.athanor.migration.verify;

import dev.athanor.migration.autogenerate.ComparisonException;
import dev.athanor.migration.autogenerate.ComparisonReport;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.ReadSchema;
import dev.athanor.migration.autogenerate.SchemaComparison;
import dev.athanor.migration.autogenerate.Sides;
import dev.athanor.migration.autogenerate.ToolTables;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.inspect.SchemaHoldings;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.shadow.ThrowAwayDatabase;
import dev.athanor.migration.witness.WitnessScope.Extent;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Compares a database with the schema that its own revisions create in an empty database, to find changes made by hand.
 *
 * @since 0.1.0
 */
public final class Drift {

    private final ScriptDirectory scripts;
    private final Tables tables;
    private final RunSettings run;
    private final Placeholders placeholders;

    /** Creates a comparison for these scripts, which run with the settings of the target. */
    public Drift(ScriptDirectory scripts, Tables tables, RunSettings run, Placeholders placeholders) {
        this.scripts = scripts;
        this.tables = tables;
        this.run = run;
        this.placeholders = placeholders;
    }

    /**
     * Returns the differences from the schema that the revisions create to the current schema.
     *
     * @param target the database, which is only read
     * @param applied the heads that are applied in the database
     * @throws ComparisonException if one of the heads is unknown
     */
    public ComparisonReport of(DataSource target, CurrentHeads applied, ComparisonSettings settings) {
        requireKnown(applied);
        MigratedSchema made = made(target, applied, settings);
        SchemaComparison comparison = new SchemaComparison(target, tables, made.settings());
        ReadSchema live = comparison.read(Extent.DATABASE);
        ToolTables leftOut = comparison.leftOut(live.schema(), made.read().schema());
        DiffOptions options = leftOut.excludedFrom(settings.options()).withNames(DiffOptions.ComparedNames.ALL);
        SchemaDiff diff = SchemaDiff.between(made.read().schema(), live.schema(), options);
        return new ComparisonReport(
                "its own revisions up to " + applied.capped(),
                diff,
                live.undescribedSince(made.read(), diff, options),
                comparison.coverage(),
                leftOut,
                Sides.databaseSince("the revisions"));
    }

    /**
     * Holds the schema that the revisions create.
     *
     * @param settings the settings with every schema in which the revisions created or changed something
     */
    private record MigratedSchema(ReadSchema read, ComparisonSettings settings) {}

    private void requireKnown(CurrentHeads applied) {
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

    private MigratedSchema made(DataSource target, CurrentHeads applied, ComparisonSettings settings) {
        DatabasePrerequisites expected = DatabasePrerequisites.of(target, tables, scripts);
        MigrationRunner runner = new MigrationRunner(expected.tables(), run, RunListener.NONE, placeholders);
        ThrowAwayDatabase database = ThrowAwayDatabase.create(target, settings.shadow());
        try (ReplayDatabase replay = ReplayDatabase.open(database, runner, expected)) {
            SchemaHoldings before = replay.holdings();
            if (!applied.isEmpty()) {
                List<Target> targets = applied.ids().stream()
                        .<Target>map(id -> new Target.Named(id.value()))
                        .toList();
                replay.run(new Planner(scripts).plan(CurrentHeads.NONE, new MigrationRequest.Upgrade(targets)));
            }
            SortedSet<String> schemas = new TreeSet<>(replay.holdings().changedSince(before));
            schemas.addAll(settings.schemas());
            schemas.remove(expected.tables().schema());
            ComparisonSettings whole = settings.withSchemas(schemas.toArray(String[]::new));
            return new MigratedSchema(
                    new SchemaComparison(database.dataSource(), expected.tables(), whole).read(Extent.DATABASE), whole);
        }
    }
}
