package dev.athanor.migration;

import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.history.HeadMark;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.lock.ActivityReader;
import dev.athanor.migration.lock.BackendActivity;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.plan.RequestReader;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RepairOutcome;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StatementOutcome;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.VerifiedRevisions;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.source.VerifiedFile;
import dev.athanor.migration.standing.ChangedScript;
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
    private final RequestReader requests;
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
        this.requests = new RequestReader(() -> new Planner(revisions.directory()));
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
        return settings.target().text();
    }

    /**
     * Every script of this build, and their graph.
     *
     * @throws MigrationException when scripts are malformed or do not form a graph; every problem is named
     */
    public ScriptDirectory scripts() {
        return revisions.directory();
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

    /**
     * Reads the targets of a command, as the command line and the endpoint take them.
     *
     * @param command the command
     * @param targets target texts; one text may hold several targets, separated by blanks. An upgrade without targets leads
     *     to {@link #target()}
     * @throws MigrationException if a text is not a target, or if a downgrade does not have exactly one target
     */
    public MigrationRequest request(Command command, List<String> targets) {
        return command == Command.UPGRADE && targets.isEmpty() ? settings.target() : requests.read(command, targets);
    }

    private MigrationRequest asGiven(Command command, String... targets) {
        if (targets.length == 0) {
            // an empty array comes from a program that computed it: that is not a wish for the default
            throw new MigrationException(
                    "The list of targets to " + command.word() + " to is empty.",
                    command == Command.UPGRADE
                            ? "Name at least one target, or call upgrade() for the configured one, " + target() + "."
                            : "Name at least one target; `base` takes every row out of the version table.");
        }
        return requests.read(command, List.of(targets));
    }

    /** Returns what a request would do now, without taking the lock and without writing anything. */
    public MigrationPlan plan(MigrationRequest request) {
        try (Session session = openOnceRead()) {
            return planning.plan(session, reader.read(session), request);
        }
    }

    /**
     * Does what a request asks for, under the migration lock.
     *
     * @throws MigrationException if the request cannot be planned, or if a revision fails; the exception of a failed run
     *     holds the report so far
     */
    public MigrationReport run(MigrationRequest request) {
        if (request instanceof MigrationRequest.Upgrade upgrade && upgrade.isForAllHeads()) {
            return runs.watch(() -> upgradeToAllHeads(upgrade));
        }
        return runs.watch(() -> {
            try (Session session = openOnceRead()) {
                return protocol.run(session, request);
            }
        });
    }

    private MigrationReport upgradeToAllHeads(MigrationRequest.Upgrade request) {
        HeadMark mark = revisions.mark();
        try (Session session = open()) {
            return protocol.run(session, request, mark);
        }
    }

    /** Upgrades to the configured target. */
    public MigrationReport upgrade() {
        return run(settings.target());
    }

    /**
     * Upgrades to targets.
     *
     * @param targets what Alembic takes: {@code heads}, an id, {@code +1}, {@code branch@head} …
     */
    public MigrationReport upgrade(String... targets) {
        return run(asGiven(Command.UPGRADE, targets));
    }

    /**
     * Downgrades to a target.
     *
     * @param target exactly one: {@code base}, an id, {@code -1} …
     */
    public MigrationReport downgrade(String... target) {
        return run(asGiven(Command.DOWNGRADE, target));
    }

    /**
     * Sets the version table to targets, without running any revision. To forget the rows that are there, whatever they are,
     * run {@link MigrationRequest#stamp} with {@link dev.athanor.migration.plan.StampMode#PURGE}.
     *
     * @param targets what Alembic takes: {@code heads}, an id …
     */
    public MigrationReport stamp(String... targets) {
        return run(asGiven(Command.STAMP, targets));
    }

    /** Returns what {@link #upgrade()} would do now. */
    public MigrationPlan planUpgrade() {
        return plan(settings.target());
    }

    /** Returns what {@link #upgrade(String...)} would do now. */
    public MigrationPlan planUpgrade(String... targets) {
        return plan(asGiven(Command.UPGRADE, targets));
    }

    /** Returns what {@link #downgrade(String...)} would do now. */
    public MigrationPlan planDowngrade(String... target) {
        return plan(asGiven(Command.DOWNGRADE, target));
    }

    /** Returns what {@link #stamp(String...)} would do now. */
    public MigrationPlan planStamp(String... targets) {
        return plan(asGiven(Command.STAMP, targets));
    }

    /** Whether a run has left the database at this build's heads; the database is not asked again. */
    public boolean isAtHead(MigrationReport report) {
        return report.marked()
                || report.outcome() == Outcome.SUCCESS
                        && report.after().equals(revisions.heads())
                        && !report.after().isEmpty();
    }

    /** A plan with every statement as it would be sent; values of secret placeholders are masked. */
    public String explain(MigrationPlan plan) {
        return settings.placeholders().mask(plan.withStatements());
    }

    /** Creates the version table and the history where they are missing; nothing else. */
    public void ensureVersion() {
        try (Session session = open()) {
            runner.ensureVersion(session);
        }
    }

    /** The version table's rows; may hold ids that this build does not know. */
    public CurrentHeads current() {
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

    /**
     * Repairs one revision: accepts its script where that has been changed since it was applied; otherwise forgets how far
     * its {@code transaction=none} section came that did not finish.
     *
     * @param revision an id of a revision
     * @throws MigrationException when there is nothing to repair
     */
    public RepairOutcome repair(String revision) {
        return repairs.repair(revision);
    }

    /** Returns the applied scripts that have been changed since, needs first: what {@link #repair()} would accept. */
    public List<ChangedScript> changedScripts() {
        try (Session session = open()) {
            return planning.changed(session, reader.read(session));
        }
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
        return new OfflineSql(new Planner(scripts()), target(), settings.tables(), settings.run());
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
     * @throws MigrationException when none of its sections is unfinished
     */
    public void repairUnfinished(String revision) {
        repairs.forgetProgress(revision);
    }

    /** Ends what runs, at once, and lets nothing begin: for an application that shuts down. */
    @Override
    public void close() {
        runs.close();
    }

    private Session open() {
        return Session.open(dataSource);
    }

    /** A connection; none is asked for where something is wrong with the scripts. */
    private Session openOnceRead() {
        scripts();
        return open();
    }
}
