package dev.athanor.migration;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.UpgradeLint;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.source.RevisionSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Builds the migrations of one database schema.
 *
 * @since 0.1.0
 */
public final class MigrationsBuilder {

    private final DataSource dataSource;
    private final BuildRevisions.Builder own = BuildRevisions.builder();
    private final List<RunListener> listeners = new ArrayList<>();
    private @Nullable BuildRevisions shared;
    private boolean allowReset;
    private String name = "default";
    private String target = "heads";
    private Tables tables = Tables.defaults();
    private RunSettings runSettings = RunSettings.defaults();
    private LintSettings lintSettings = LintSettings.defaults();
    private UpgradeLint upgradeLint = UpgradeLint.OFF;

    MigrationsBuilder(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /** Sets the name of this database in the application. The default is {@code default}. */
    public MigrationsBuilder name(String databaseName) {
        name = Objects.requireNonNull(databaseName, "databaseName");
        return this;
    }

    /** Adds places that hold revisions. The order of the places is the load order, which settles ties. */
    public MigrationsBuilder sources(List<? extends RevisionSource> places) {
        own.sources(List.copyOf(places));
        return this;
    }

    /** Adds a place that holds revisions. */
    public MigrationsBuilder source(RevisionSource place) {
        return sources(List.of(place));
    }

    /** Adds a revision in Java. */
    public MigrationsBuilder revision(JavaRevision revision) {
        own.revision(revision);
        return this;
    }

    /** Adds revisions in Java, which are instantiated when they are about to run. */
    public MigrationsBuilder revisions(List<RegisteredRevision> inJava) {
        own.revisions(List.copyOf(inJava));
        return this;
    }

    /**
     * Sets revisions that several facades share, so that they are read and held only once. Sources, revisions in Java
     * and placeholders are then taken from the shared revisions.
     */
    public MigrationsBuilder revisions(BuildRevisions ofSeveral) {
        shared = Objects.requireNonNull(ofSeveral, "ofSeveral");
        return this;
    }

    /**
     * Sets the target of {@link Migrations#upgrade()}; {@code heads} by default. Several targets are separated by
     * blanks.
     */
    public MigrationsBuilder target(String upgradeTarget) {
        target = Objects.requireNonNull(upgradeTarget, "upgradeTarget");
        return this;
    }

    /** Sets the schema, the version table and the history table. */
    public MigrationsBuilder tables(Tables names) {
        tables = Objects.requireNonNull(names, "names");
        return this;
    }

    /** Sets how plans are run. */
    public MigrationsBuilder run(RunSettings settings) {
        runSettings = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** Sets the values of <code>${name}</code> in scripts. */
    public MigrationsBuilder placeholders(Placeholders values) {
        own.placeholders(Objects.requireNonNull(values, "values"));
        return this;
    }

    /** Sets whether {@link Migrations#reset()}, which destroys data, is allowed. By default it is not. */
    public MigrationsBuilder allowReset(boolean allowed) {
        allowReset = allowed;
        return this;
    }

    /** Sets how revisions are looked at for what they do to a running system. */
    public MigrationsBuilder lint(LintSettings settings) {
        lintSettings = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** Sets whether an upgrade looks at its revisions before it runs them. By default it does not. */
    public MigrationsBuilder upgradeLint(UpgradeLint mode) {
        upgradeLint = Objects.requireNonNull(mode, "mode");
        return this;
    }

    /** Adds a listener that is notified of each run and step. */
    public MigrationsBuilder listener(RunListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Returns the facade, without reading a file or opening a connection yet. Later changes to this builder do not
     * affect the facade.
     *
     * @throws MigrationException if there is no source of revisions, both shared and other revisions are given, the
     *     name is blank, or the target is malformed
     */
    public Migrations build() {
        if (name.isBlank()) {
            throw new MigrationException(
                    "The name of the database is blank.",
                    "Give it a name, or leave out name(…): it is `default` then.");
        }
        MigrationRequest.Upgrade toTarget = MigrationRequest.upgrade(target);
        return new Migrations(
                new MigrationsSettings(
                        name,
                        revisions(),
                        toTarget,
                        tables,
                        runSettings,
                        allowReset,
                        lintSettings,
                        upgradeLint,
                        listeners),
                dataSource);
    }

    private BuildRevisions revisions() {
        BuildRevisions ofSeveral = shared;
        if (ofSeveral == null && own.isEmpty()) {
            throw new MigrationException(
                    "Migrations of '" + name + "' have no source of revisions.",
                    "Call source(…), for example with RevisionSources.parse(\"classpath:db/revisions\", loader), revision(…)"
                            + " or revisions(…).");
        }
        if (ofSeveral != null && !own.isEmpty()) {
            throw new MigrationException(
                    "Migrations of '" + name + "' have both shared revisions and their own.",
                    "Add source(…) and revision(…) to the BuildRevisions that they share.");
        }
        return ofSeveral == null ? own.build() : ofSeveral;
    }
}
