package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.actuate.RequestedRun.Order;
import dev.athanor.migration.autoconfigure.actuate.page.DatabaseView;
import dev.athanor.migration.autoconfigure.json.ApplicationDescriptor;
import dev.athanor.migration.autoconfigure.json.RevisionDescriptor;
import dev.athanor.migration.autoconfigure.json.StatusDescriptor;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Serves {@code /actuator/migrations}: what is applied, pending and running; with unrestricted access, it also starts
 * runs.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    /**
     * Holds a revision of one database.
     *
     * @param proof what `verify` found out about the downgrade; null if it was not recorded
     */
    record Found(
            MigrationStatus status,
            RevisionScript script,
            @Nullable Proof proof) {

        RevisionDescriptor descriptor() {
            return RevisionDescriptor.of(script, Optional.ofNullable(proof)).within(status);
        }

        @Nullable AppliedRevision applied() {
            return status.applied().stream()
                    .filter(applied -> applied.revision().equals(script.id()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Holds a write request as it was sent.
     *
     * @param principal the user, if the application knows
     */
    record Request(
            Command command,
            @Nullable String target,
            @Nullable String database,
            @Nullable String principal) {}

    private final ApplicationDescriptor application;
    private final StatusCache cache;
    private final RequestedRuns runs;

    MigrationsEndpoint(ApplicationDescriptor application, StatusCache cache, RequestedRuns runs) {
        this.application = application;
        this.cache = cache;
        this.runs = runs;
    }

    /** Returns the state of each database. */
    @ReadOperation
    public MigrationsDescriptor migrations() {
        return new MigrationsDescriptor(StatusDescriptor.of(
                application,
                cache.statuses(),
                database -> runs.latest(database).map(RequestedRun::descriptor),
                database -> named(database).lastLint()));
    }

    /** Returns one revision with its SQL; null, which becomes 404, if the revision is unknown. */
    @ReadOperation
    public @Nullable RevisionBody revision(@Selector String revision, @Nullable String database) {
        return find(database, revision)
                .map(found -> new RevisionBody(found.descriptor()))
                .orElse(null);
    }

    /**
     * Begins a run and answers at once, or only shows what it would do.
     *
     * @param target what Alembic takes, several with blanks between them; an upgrade without one goes where it goes
     *     at start
     * @param database its name, where the application has several
     * @param plan whether only the plan is asked for
     * @throws MigrationException when the run is refused
     */
    @WriteOperation
    public RunDescriptor run(
            @Selector Command command, @Nullable String target, @Nullable String database, @Nullable Boolean plan) {
        return run(new Request(command, target, database, null), Boolean.TRUE.equals(plan));
    }

    /** Begins it, unless only the plan is asked for. */
    RunDescriptor run(Request request, boolean planOnly) {
        Migrations migrations = named(request.database());
        Order order = new Order(wanted(migrations, request.command(), request.target()), request.principal());
        MigrationPlan plan = planOnly ? migrations.plan(order.request()) : runs.start(migrations, order);
        return RunDescriptor.of(migrations.name(), order, plan, !planOnly);
    }

    private static MigrationRequest wanted(Migrations migrations, Command command, @Nullable String target) {
        List<String> targets = target == null || target.isBlank() ? List.of() : List.of(target);
        if (targets.isEmpty() && command != Command.UPGRADE) {
            throw new MigrationException(
                    "A " + command.word() + " needs a target, and none was given.",
                    "Send one: {\"target\": \"...\"}. Nothing was done.");
        }
        return migrations.request(command, targets);
    }

    private Migrations named(@Nullable String database) {
        List<Migrations> all = cache.migrations().toList();
        if (database == null && all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(migrations -> migrations.name().equals(database))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        database == null
                                ? "The application has several databases, and none was named."
                                : "The application has no database '" + database + "'.",
                        "Send the name of one: "
                                + CappedList.of(
                                        all.stream().map(Migrations::name).toList())
                                + ". Nothing was done."));
    }

    ApplicationDescriptor application() {
        return application;
    }

    /** Returns what the page shows of each database. */
    List<DatabaseView> views() {
        return cache.migrations()
                .map(migrations -> new DatabaseView(
                        cache.status(migrations), scripts(migrations), requested(migrations), migrations.lastLint()))
                .toList();
    }

    private @Nullable String requested(Migrations migrations) {
        return runs.latest(migrations.name()).map(RequestedRun::toString).orElse(null);
    }

    /** Returns the scripts, or an empty list if they cannot be read; the status says why. */
    private static List<RevisionScript> scripts(Migrations migrations) {
        try {
            return migrations.scripts().scripts();
        } catch (MigrationException e) {
            return List.of();
        }
    }

    /** Finds a revision of the named database, or of the first one that has it. */
    Optional<Found> find(@Nullable String database, String revision) {
        return cache.migrations()
                .filter(migrations -> database == null || migrations.name().equals(database))
                .flatMap(migrations -> within(migrations, revision))
                .findFirst();
    }

    private Stream<Found> within(Migrations migrations, String revision) {
        MigrationStatus status = cache.status(migrations);
        return scripts(migrations).stream()
                .filter(script -> script.id().value().equals(revision))
                .findFirst()
                .or(() -> remembered(migrations, status, revision))
                .map(script -> new Found(
                        status, script, migrations.verified().proof(script).orElse(null)))
                .stream();
    }

    /** Asks the database only for what the latest look at it has named. */
    private static Optional<RevisionScript> remembered(Migrations migrations, MigrationStatus status, String revision) {
        boolean named = status.applied().stream()
                .anyMatch(applied ->
                        !applied.known() && applied.revision().value().equals(revision));
        return named ? migrations.remembered(revision) : Optional.empty();
    }
}
