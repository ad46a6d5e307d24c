package dev.athanor.migration;

import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.fix.FixReport;
import dev.athanor.migration.fix.Fixer;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.HeadMark;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintScope;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.LintedPlan;
import dev.athanor.migration.lint.Linter;
import dev.athanor.migration.lock.ActivityReader;
import dev.athanor.migration.lock.BackendActivity;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.plan.RequestReader;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RepairOutcome;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StatementOutcome;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.VerifiedRevisions;
import dev.athanor.migration.session.DataSourceAddress;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.source.LeftOver;
import dev.athanor.migration.source.VerifiedFile;
import dev.athanor.migration.standing.ChangedScript;
import dev.athanor.migration.status.ActivityWatch;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.RunMonitor;
import dev.athanor.migration.status.StatusReader;
import dev.athanor.migration.takeover.Takeover;
import dev.athanor.migration.validation.ValidationReport;
import dev.athanor.migration.validation.Validator;
import dev.athanor.migration.verify.Verifier;
import dev.athanor.migration.verify.VerifyReport;
import dev.athanor.migration.verify.VerifySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Migrates one database schema. Each combination of DataSource, schema and locations has its own instance.
 *
 * <p>Thread-safe. Scripts are read when they are first needed, and then kept.
 *
 * @since 0.1.0
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
    private final UpgradeGate gate;
    private final AtomicReference<@Nullable LintReport> lastLint = new AtomicReference<>();

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
        this.gate = new UpgradeGate(settings.upgradeLint(), settings.lint(), this::plan, this::lint);
        this.statusReader = new StatusReader(
                settings.name(),
                settings.target(),
                monitor,
                new StatusReader.Looks(revisions, reader, planning::known, runner::lockHolder, this::place));
    }

    private List<RunListener> listeners(LogFields logFields, List<RunListener> given) {
        List<RunListener> all = new ArrayList<>(List.of(logFields, new ActivityWatch(monitor, this::activity)));
        all.addAll(given);
        return all;
    }

    /** Returns what the holder of the migration lock is doing, read on another connection. */
    private Optional<BackendActivity> activity() {
        try (Session session = open()) {
            return runner.lockHolder(session).flatMap(holder -> new ActivityReader().read(session, holder.pid()));
        }
    }

    private MigrationStatus.Place place() {
        Optional<DataSourceAddress> address = DataSourceAddress.of(dataSource);
        return new MigrationStatus.Place(
                address.map(DataSourceAddress::serverNames).orElse(null),
                address.map(DataSourceAddress::database).orElse(null),
                settings.tables().schema());
    }

    /** Creates a builder for the migrations of a database. */
    public static MigrationsBuilder builder(DataSource dataSource) {
        return new MigrationsBuilder(dataSource);
    }

    /** Returns the name of this database in the application. */
    public String name() {
        return settings.name();
    }

    /** Returns the target of {@link #upgrade()}: {@code heads}, unless configured otherwise. */
    public String target() {
        return settings.target().text();
    }

    /**
     * Returns every script of this build, and their revision graph.
     *
     * @throws MigrationException if scripts are malformed or do not form a graph; the message names every problem
     */
    public ScriptDirectory scripts() {
        return revisions.directory();
    }

    /**
     * Returns the files of scripts that an earlier build has left, and that the project's sources have no more; none
     * where the
     * scripts are not read from the output of a project whose sources are there.
     */
    public List<String> leftOvers() {
        return revisions.leftOvers().stream().map(LeftOver::file).toList();
    }

    /** Returns the script of a revision of this build. */
    public Optional<RevisionScript> script(String revision) {
        return scripts().scripts().stream()
                .filter(script -> script.id().value().equals(revision))
                .findFirst();
    }

    /**
     * Returns the scripts of this build and the revisions that are known only from the history. A newer release applied
     * those; they have the downgrades that the release stored, and no upgrades.
     */
    public ScriptDirectory knownScripts() {
        try (Session session = open()) {
            return planning.known(session);
        }
    }

    /** Returns a revision that this build does not have, as the history stores it. */
    public Optional<RevisionScript> remembered(String revision) {
        return knownScripts().scripts().stream()
                .filter(script -> !scripts().graph().contains(script.id()))
                .filter(script -> script.id().value().equals(revision))
                .findFirst();
    }

    /**
     * Returns the state of the database. The method never locks or writes, and never throws because of what it finds.
     */
    public MigrationStatus status() {
        return statusReader.read(this::open);
    }

    /**
     * Reads the targets of a command, as the command line and the endpoint take them.
     *
     * @param command the command
     * @param targets target texts; one text may hold several targets, separated by blanks. An upgrade without targets
     *     leads
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
                            : "Name at least one target; `base` removes every row from the version table.");
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
     * @throws MigrationException if the request cannot be planned, or if a revision fails; the exception of a failed
     *     run
     *     holds the report so far
     */
    public MigrationReport run(MigrationRequest request) {
        return runs.watch(() -> {
            gate.check(request);
            return runUnchecked(request);
        });
    }

    private MigrationReport runUnchecked(MigrationRequest request) {
        if (request instanceof MigrationRequest.Upgrade upgrade && upgrade.isForAllHeads()) {
            return upgradeToAllHeads(upgrade);
        }
        try (Session session = openOnceRead()) {
            return protocol.run(session, request);
        }
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
     * Sets the version table to targets, without running any revision. To forget the rows that are there, whatever
     * they are,
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

    /** Returns whether a run has left the database at the heads of this build, without querying the database again. */
    public boolean isAtHead(MigrationReport report) {
        return report.marked()
                || report.outcome() == Outcome.SUCCESS
                        && report.after().equals(revisions.heads())
                        && !report.after().isEmpty();
    }

    /** Returns the plan with every statement as it would be sent, with the values of secret placeholders masked. */
    public String explain(MigrationPlan plan) {
        return settings.placeholders().mask(plan.withStatements());
    }

    /** Creates the version table and the history table if they are missing, and nothing else. */
    public void ensureVersion() {
        try (Session session = open()) {
            runner.ensureVersion(session);
        }
    }

    /** Returns the rows of the version table, which may hold ids that this build does not know. */
    public CurrentHeads current() {
        try (Session session = open()) {
            return reader.read(session).heads();
        }
    }

    /** Returns the session that holds the migration lock, without asking for the lock. */
    public Optional<LockHolder> lockHolder() {
        try (Session session = open()) {
            return runner.lockHolder(session);
        }
    }

    /** Returns every recorded step, oldest first. */
    public List<HistoryEntry> history() {
        try (Session session = open()) {
            return reader.history(session);
        }
    }

    /** Validates the scripts, without reading the database. */
    public ValidationReport validateScripts() {
        return validation.ofScripts();
    }

    /**
     * Validates the scripts and the database: reports applied scripts that have changed since, and rows that do not
     * match this build.
     */
    public ValidationReport validate() {
        return validation.ofAll();
    }

    /**
     * Accepts applied scripts that have changed since: the history records their current checksums.
     *
     * @return the revisions whose scripts were accepted, dependencies first
     */
    public List<RevisionScript> repair() {
        return repairs.acceptChanged();
    }

    /**
     * Repairs one revision: accepts its script where that has been changed since it was applied; otherwise forgets
     * how far
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

    /**
     * Downgrades to base and upgrades again. Reset is meant for development only and is refused unless the settings
     * allow it.
     */
    public MigrationReport reset() {
        if (!settings.allowReset()) {
            throw new MigrationException(
                    "Reset is not allowed here: it would destroy what "
                            + planDowngrade("base").steps().size() + " revisions hold.",
                    "In development, set migration.allow-reset=true and run it again.");
        }
        DraftException.requireNone(new Planner(scripts()).plan(CurrentHeads.NONE, settings.target()));
        downgrade("base");
        return upgrade();
    }

    /**
     * Upgrades if needed, and ensures that the database is at the heads of this build or ahead of them.
     *
     * @throws MigrationException if the database is neither
     */
    public MigrationStatus ensureMigrated() {
        upgrade();
        MigrationStatus status = status();
        if (!status.state().migrated()) {
            throw new MigrationException(status.summary(), status.action());
        }
        return status;
    }

    /** Returns the heads in the database as text, or {@code base} if there are none. */
    public String schemaVersion() {
        return current().toString();
    }

    /**
     * Tries every downgrade in a throw-away database, beside this database or on another server, and reports which
     * downgrades restore the schema. This database is only read.
     *
     * @throws MigrationException if no throw-away database can be created
     */
    public VerifyReport verify(VerifySettings what) {
        return new Verifier(scripts(), settings.tables(), settings.run(), settings.placeholders())
                .verify(dataSource, what);
    }

    /**
     * Runs revisions in a throw-away database, beside this database or on another server, and reports what each
     * statement does to a running system: locks, rewrites, scans, and changes that break old code. This database is
     * only read.
     *
     * @throws MigrationException if no throw-away database can be created
     */
    public LintReport lint(LintSettings what) {
        LintReport report = new Linter(scripts(), settings.tables(), settings.run(), settings.placeholders())
                .lint(dataSource, what);
        lastLint.set(report);
        return report;
    }

    /**
     * Runs the revisions that a plan applies in a throw-away database, and returns the plan with what they do to a
     * running system. Nothing is run for a plan that applies none.
     *
     * @throws MigrationException if no throw-away database can be created
     */
    public LintedPlan lint(MigrationPlan plan) {
        Set<RevisionId> applied = plan.steps().stream()
                .filter(step -> step instanceof Step.Upgrade)
                .flatMap(step -> step.revisions().stream())
                .collect(Collectors.toSet());
        LintReport report = applied.isEmpty()
                ? new LintReport(List.of(), List.of(), List.of(), Duration.ZERO)
                : lint(settings.lint().withScope(new LintScope.Revisions(applied)));
        return new LintedPlan(plan, report);
    }

    /**
     * Returns safer revisions in place of those with findings, as far as they can be generated. They are proven in
     * throw-away databases; nothing is written.
     *
     * @param report the findings of {@link #lint(LintSettings)}
     * @param what the settings with which they were found
     * @throws MigrationException if no throw-away database can be created
     */
    public FixReport fix(LintReport report, LintSettings what) {
        return new Fixer(scripts(), settings.tables(), settings.run(), settings.placeholders())
                .fix(dataSource, report, what);
    }

    /** Returns how revisions are looked at, unless a caller says otherwise. */
    public LintSettings lintSettings() {
        return settings.lint();
    }

    /** Returns the latest report of this instance, without looking again. Status reads show its findings. */
    public Optional<LintReport> lastLint() {
        return Optional.ofNullable(lastLint.get());
    }

    /** Returns the stored results of {@code verify} for the revisions of this build. */
    public VerifiedRevisions verified() {
        return revisions.verified().of(scripts());
    }

    /**
     * Stores the results of {@code verify} in a file, where {@link #verified()} finds them in builds made from these
     * files. Results of revisions in Java are not stored, because their checksum does not show that they have changed.
     *
     * @param folder the folder from which the build takes the revisions
     * @return the written file
     */
    public Path keep(VerifyReport report, Path folder) {
        VerifiedRevisions before = VerifiedRevisions.parse(VerifiedFile.read(folder));
        return VerifiedFile.write(folder, report.addedTo(before).of(scripts()));
    }

    /** Returns the commands that render plans as SQL instead of running them. */
    public OfflineSql sql() {
        return new OfflineSql(new Planner(scripts()), target(), settings.tables(), settings.run());
    }

    /** Returns what takes this database over from another tool. */
    public Takeover takeover() {
        return new Takeover(dataSource, settings.tables(), settings.run());
    }

    /** Returns the comparisons of this database with a wanted schema, with default settings. */
    public Comparisons comparisons() {
        return comparisons(ComparisonSettings.defaults());
    }

    /** Returns the comparisons of this database with a wanted schema, with the given settings. */
    public Comparisons comparisons(ComparisonSettings comparison) {
        return new Comparisons(settings, this, dataSource, comparison);
    }

    /**
     * Records the outcome of a statement whose outcome the engine could not determine. The next run continues after the
     * statement, or runs it again.
     *
     * @param revision the id of a revision with an unfinished {@code transaction=none} section
     * @throws MigrationException if no statement of that revision is in doubt
     */
    public void repairStatement(String revision, StatementOutcome outcome) {
        repairs.tell(revision, outcome);
    }

    /**
     * Discards the progress of an unfinished {@code transaction=none} section, so that the next run begins with its
     * first statement. Use it after you have undone by hand what the section did.
     *
     * @param revision an id of a revision
     * @throws MigrationException when none of its sections is unfinished
     */
    public void repairUnfinished(String revision) {
        repairs.forgetProgress(revision);
    }

    /** Cancels the current runs and lets no further run begin, for an application that shuts down. */
    @Override
    public void close() {
        runs.close();
    }

    private Session open() {
        return Session.open(dataSource);
    }

    /** Opens a connection once the scripts are read, so that none is opened if the scripts are invalid. */
    private Session openOnceRead() {
        scripts();
        return open();
    }
}
