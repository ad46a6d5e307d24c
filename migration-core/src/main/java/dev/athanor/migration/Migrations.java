package dev.athanor.migration;

import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.history.HeadMark;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.lock.ActivityReader;
import dev.athanor.migration.lock.BackendActivity;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.plan.StampMode;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StatementOutcome;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.VerifiedRevisions;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.source.LeftOver;
import dev.athanor.migration.source.VerifiedFile;
import dev.athanor.migration.status.ActivityWatch;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.RunMonitor;
import dev.athanor.migration.status.StatusReader;
import dev.athanor.migration.validation.ValidationReport;
import dev.athanor.migration.validation.Validator;
import dev.athanor.migration.verify.Verifier;
import dev.athanor.migration.verify.VerifyReport;
import dev.athanor.migration.verify.VerifySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The migrations of one database schema: one facade an instance of (DataSource, schema, locations).
 *
 * <p>Thread-safe. Scripts are read when they are first needed, and kept.
 */
public final class Migrations implements AutoCloseable {

    private final MigrationsSettings settings;
    private final DataSource dataSource;
    private final StateReader reader;
    private final MigrationRunner runner;
    private final RunMonitor monitor;
    private final Runs runs;
    private final Planning planning;
    private final MigrationProtocol protocol;
    private final StatusReader statusReader;
    private final BuildRevisions revisions;
    private final Repairs repairs;
    private final Validator validation;

    Migrations(MigrationsSettings settings, DataSource dataSource) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.revisions = settings.revisions();
        this.reader = new StateReader(settings.tables());
        this.monitor = new RunMonitor();
        LogFields logFields = new LogFields(settings.name());
        this.runner = new MigrationRunner(
                settings.tables(),
                settings.run(),
                Listeners.of(monitor, listeners(logFields, settings.listeners())),
                settings.placeholders());
        this.runs = new Runs(runner, monitor, logFields);
        this.repairs = new Repairs(this, this::open, reader, runner);
        this.planning = new Planning(revisions, reader, monitor);
        this.protocol = new MigrationProtocol(planning, reader, runner);
        this.validation = new Validator(revisions, this::open, reader, planning::findings);
        this.statusReader = new StatusReader(
                settings.name(),
                settings.target(),
                monitor,
                new StatusReader.Looks(revisions, reader, planning::known, runner::lockHolder));
    }

    private List<RunListener> listeners(LogFields logFields, List<RunListener> given) {
        List<RunListener> all = new ArrayList<>(List.of(logFields, new ActivityWatch(monitor, this::activity)));
        all.addAll(given);
        return all;
    }

    /** What the holder of the migration lock does, on another connection. */
    private Optional<BackendActivity> activity() {
        try (Session session = open()) {
            return runner.lockHolder(session).flatMap(holder -> new ActivityReader().read(session, holder.pid()));
        }
    }

    /** Begins to describe the migrations of a database. */
    public static MigrationsBuilder builder(DataSource dataSource) {
        return new MigrationsBuilder(dataSource);
    }

    /** The name of this database among the application's. */
    public String name() {
        return settings.name();
    }

    /** What {@link #upgrade()} leads to: {@code heads}, unless configured otherwise. */
    public String target() {
        return settings.target();
    }

    /**
     * Every script of this build, and their graph.
     *
     * @throws MigrationException when scripts are malformed or do not form a graph; every problem is named
     */
    public ScriptDirectory scripts() {
        return revisions.directory();
    }

    /**
     * Returns the files of scripts that an earlier build has left, and that the project's sources have no more; none where the
     * scripts are not read from the output of a project whose sources are there.
     */
    public List<String> leftOvers() {
        return revisions.leftOvers().stream().map(LeftOver::file).toList();
    }

    /** The script of a revision that this build knows. */
    public Optional<RevisionScript> script(String revision) {
        return scripts().scripts().stream()
                .filter(script -> script.id().value().equals(revision))
                .findFirst();
    }

    /**
     * The scripts of this build and the revisions that only the history remembers: those a newer release has applied,
     * with the downgrades that it stored and without their upgrades.
     */
    public ScriptDirectory knownScripts() {
        try (Session session = open()) {
            return planning.known(session);
        }
    }

    /** A revision that this build does not have, as the history remembers it. */
    public Optional<RevisionScript> remembered(String revision) {
        return knownScripts().scripts().stream()
                .filter(script -> !scripts().graph().contains(script.id()))
                .filter(script -> script.id().value().equals(revision))
                .findFirst();
    }

    /** The state of the database: never locks, never writes, never throws for what it finds. */
    public MigrationStatus status() {
        return statusReader.read(this::open);
    }

    /** Upgrades to the configured target. */
    public MigrationReport upgrade() {
        return upgrade(settings.target());
    }

    /** Upgrades to the targets, which may be anything that Alembic takes: {@code heads}, an id, {@code +1} … */
    public MigrationReport upgrade(String... targets) {
        Goal.Upgrade goal = new Goal.Upgrade(given("upgrade", targets));
        return goal.isEverything() ? runs.watch(() -> upgradeToHeads(goal)) : run(goal);
    }

    /** Whether a run has left the database at this build's heads; the database is not asked again. */
    public boolean isAtHead(MigrationReport report) {
        return report.marked()
                || report.outcome() == Outcome.SUCCESS
                        && report.after().equals(revisions.heads())
                        && !report.after().isEmpty();
    }

    /** What {@link #upgrade()} would do now; nothing is locked or written. */
    public MigrationPlan planUpgrade() {
        return planUpgrade(settings.target());
    }

    /** What {@link #upgrade(String...)} would do now; nothing is locked or written. */
    public MigrationPlan planUpgrade(String... targets) {
        return plan(new Goal.Upgrade(given("upgrade", targets)));
    }

    /** An empty list comes from a program that computed it: it is not a wish for the default. */
    private List<String> given(String command, String... targets) {
        if (targets.length == 0) {
            throw new MigrationException(
                    "The list of targets to " + command + " to is empty.",
                    command.equals("upgrade")
                            ? "Name at least one target, or call upgrade() for the configured one, " + settings.target()
                                    + "."
                            : "Name at least one target; `base` takes every row out of the version table.");
        }
        return List.of(targets);
    }

    /** A plan with every statement as it would be sent; values of secret placeholders are masked. */
    public String explain(MigrationPlan plan) {
        return settings.placeholders().mask(plan.withStatements());
    }

    /** Downgrades to the target: {@code base}, an id, {@code -1} … */
    public MigrationReport downgrade(String target) {
        return run(new Goal.Downgrade(target));
    }

    /** What {@link #downgrade(String)} would do now; nothing is locked or written. */
    public MigrationPlan planDowngrade(String target) {
        return plan(new Goal.Downgrade(target));
    }

    /** Sets the version table to the targets without running anything. */
    public MigrationReport stamp(String... targets) {
        return stamp(StampMode.MOVE, targets);
    }

    /** The same with a mode: {@link StampMode#PURGE} forgets the rows first, whatever they are. */
    public MigrationReport stamp(StampMode mode, String... targets) {
        return run(new Goal.Stamp(given("stamp", targets), mode));
    }

    /** What {@link #stamp(StampMode, String...)} would do now; nothing is locked or written. */
    public MigrationPlan planStamp(StampMode mode, String... targets) {
        return plan(new Goal.Stamp(given("stamp", targets), mode));
    }

    /** Creates the version table and the history where they are missing; nothing else. */
    public void ensureVersion() {
        try (Session session = open()) {
            runner.ensureVersion(session);
        }
    }

    /** The version table's rows; may hold ids that this build does not know. */
    public Heads current() {
        try (Session session = open()) {
            return reader.read(session).heads();
        }
    }

    /** Who holds the migration lock, where somebody does; the lock is not asked for. */
    public Optional<LockHolder> lockHolder() {
        try (Session session = open()) {
            return runner.lockHolder(session);
        }
    }

    /** Every step that was ever recorded, oldest first. */
    public List<HistoryEntry> history() {
        try (Session session = open()) {
            return reader.history(session);
        }
    }

    /** Everything that is wrong with the scripts, and nothing of the database. */
    public ValidationReport validateScripts() {
        return validation.ofScripts();
    }

    /** The same, and applied scripts that have been changed, and rows that this build cannot place. */
    public ValidationReport validate() {
        return validation.ofAll();
    }

    /**
     * Accepts applied scripts that have been changed since: the history records their checksums as they are now.
     *
     * @return the revisions whose scripts were accepted, needs first
     */
    public List<RevisionScript> repair() {
        return repairs.acceptChanged();
    }

    /** Takes everything back and applies it again; for development only, and refused unless the settings allow it. */
    public MigrationReport reset() {
        if (!settings.allowReset()) {
            throw new MigrationException(
                    "Reset is not allowed here: it would destroy what "
                            + planDowngrade("base").steps().size() + " revisions hold.",
                    "In development, set migration.allow-reset=true and run it again.");
        }
        downgrade("base");
        return upgrade();
    }

    /**
     * Upgrades where that is needed, and makes sure that the database is where this build wants it, or ahead.
     *
     * @throws MigrationException when it is not
     */
    public MigrationStatus ensureMigrated() {
        upgrade();
        MigrationStatus status = status();
        if (!status.state().migrated()) {
            throw new MigrationException(status.summary(), status.action());
        }
        return status;
    }

    /** Where the schema is: the heads in the database, {@code base} where there are none. */
    public String schemaVersion() {
        return current().toString();
    }

    /**
     * Tries every downgrade in a throw-away database beside this one, or on another server: which of them give back the
     * schema. This database is only read.
     *
     * @throws MigrationException when no throw-away database can be had
     */
    public VerifyReport verify(VerifySettings what) {
        return new Verifier(scripts(), settings.tables(), settings.run(), settings.placeholders())
                .verify(dataSource, what);
    }

    /** What {@code verify} has found out of the revisions of this build, as it is written down beside them. */
    public VerifiedRevisions verified() {
        return revisions.verified().of(scripts());
    }

    /**
     * Writes down what was found out, for {@link #verified()} of the builds that are made of these files; not of revisions in
     * Java, whose checksum does not tell that they have changed.
     *
     * @param folder of the revisions, from which the build takes them
     * @return the file
     */
    public Path keep(VerifyReport report, Path folder) {
        VerifiedRevisions before = VerifiedRevisions.parse(VerifiedFile.read(folder));
        return VerifiedFile.write(folder, report.addedTo(before).of(scripts()));
    }

    /** The SQL of plans, for somebody else to run. */
    public OfflineSql sql() {
        return new OfflineSql(new Planner(scripts()), settings.tables(), settings.run());
    }

    /** The database beside what it should be, with default settings. */
    public Comparisons comparisons() {
        return comparisons(ComparisonSettings.defaults());
    }

    /** The same, with settings of one's own. */
    public Comparisons comparisons(ComparisonSettings comparison) {
        return new Comparisons(settings, this, dataSource, comparison);
    }

    /**
     * Tells what is known of a statement whose outcome the engine could not find out: the next run goes on after it, or
     * with it.
     *
     * @param revision an id of a revision with a {@code transaction=none} section that did not finish
     * @throws MigrationException when no statement of that revision is in doubt
     */
    public void repairStatement(String revision, StatementOutcome outcome) {
        repairs.tell(revision, outcome);
    }

    /**
     * Forgets how far a {@code transaction=none} section came that did not finish: the next run begins with its first
     * statement. For when what it had done has been undone by hand.
     *
     * @param revision an id of a revision
     */
    public void repairUnfinished(String revision) {
        repairs.forgetProgress(revision);
    }

    /** Ends what runs, at once, and lets nothing begin: for an application that shuts down. */
    @Override
    public void close() {
        runs.close();
    }

    private MigrationReport run(Goal goal) {
        return runs.watch(() -> {
            try (Session session = openOnceRead()) {
                return protocol.run(session, goal);
            }
        });
    }

    private MigrationReport upgradeToHeads(Goal.Upgrade goal) {
        HeadMark mark = revisions.mark();
        try (Session session = open()) {
            return protocol.run(session, goal, mark);
        }
    }

    private Session open() {
        return Session.open(dataSource);
    }

    /** A connection; none is asked for where something is wrong with the scripts. */
    private Session openOnceRead() {
        scripts();
        return open();
    }

    private MigrationPlan plan(Goal goal) {
        try (Session session = openOnceRead()) {
            return goal.plan(planning, session, reader.read(session));
        }
    }
}
