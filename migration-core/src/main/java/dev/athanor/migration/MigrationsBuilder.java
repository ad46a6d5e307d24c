package dev.athanor.migration;

import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.Tables;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.VerifiedRevisions;
import dev.athanor.migration.source.RevisionSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Describes the migrations of one database schema. */
public final class MigrationsBuilder {

    private final DataSource dataSource;
    private final List<RevisionSource> sources = new ArrayList<>();
    private final List<RegisteredRevision> revisions = new ArrayList<>();
    private final List<RunListener> listeners = new ArrayList<>();
    private boolean allowReset;
    private String name = "default";
    private String target = "heads";
    private Tables tables = Tables.defaults();
    private RunSettings runSettings = RunSettings.defaults();
    private Placeholders placeholders = Placeholders.none();

    MigrationsBuilder(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /** The name of this database among the application's; {@code default} without. */
    public MigrationsBuilder name(String databaseName) {
        name = databaseName;
        return this;
    }

    /** Adds places where revisions are. Their order is the load order, which settles ties. */
    public MigrationsBuilder sources(List<? extends RevisionSource> places) {
        sources.addAll(places);
        return this;
    }

    /** Adds one place where revisions are. */
    public MigrationsBuilder source(RevisionSource place) {
        sources.add(place);
        return this;
    }

    /** Adds a revision in Java. */
    public MigrationsBuilder revision(JavaRevision revision) {
        return revisions(List.of(RegisteredRevision.of(revision)));
    }

    /** Adds revisions in Java, which are created when they are about to run. */
    public MigrationsBuilder revisions(List<RegisteredRevision> inJava) {
        revisions.addAll(inJava);
        return this;
    }

    /** What {@link Migrations#upgrade()} leads to; {@code heads} without. */
    public MigrationsBuilder target(String upgradeTarget) {
        target = upgradeTarget;
        return this;
    }

    /** Schema, version table and history table. */
    public MigrationsBuilder tables(Tables names) {
        tables = names;
        return this;
    }

    /** How plans are run. */
    public MigrationsBuilder run(RunSettings settings) {
        runSettings = settings;
        return this;
    }

    /** What <code>${name}</code> stands for in scripts. */
    public MigrationsBuilder placeholders(Placeholders values) {
        placeholders = values;
        return this;
    }

    /** Allows {@link Migrations#reset()}, which destroys data; not allowed without. */
    public MigrationsBuilder allowReset(boolean allowed) {
        allowReset = allowed;
        return this;
    }

    /** Adds a listener that is told of each run and step. */
    public MigrationsBuilder listener(RunListener listener) {
        listeners.add(listener);
        return this;
    }

    /** The facade; nothing is read or connected yet. */
    public Migrations build() {
        return new Migrations(this, dataSource);
    }

    boolean allowReset() {
        return allowReset;
    }

    String name() {
        return name;
    }

    String target() {
        return target;
    }

    Tables tables() {
        return tables;
    }

    RunSettings runSettings() {
        return runSettings;
    }

    Placeholders placeholders() {
        return placeholders;
    }

    List<RunListener> listeners() {
        return List.copyOf(listeners);
    }

    VerifiedRevisions verified() {
        return VerifiedRevisions.parse(
                sources.stream().flatMap(source -> source.verdicts().stream()).toList());
    }

    ScriptDirectory read() {
        return parse(files());
    }

    List<ScriptFile> files() {
        return sources.stream().flatMap(source -> source.read().stream()).toList();
    }

    ScriptDirectory parse(List<ScriptFile> files) {
        return ScriptDirectory.parse(files, revisions, placeholders);
    }

    List<RegisteredRevision> inJava() {
        return List.copyOf(revisions);
    }
}
