package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.actuate.RequestedRun.Order;
import dev.athanor.migration.autoconfigure.event.MigrationRequested;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.MigrationPlan;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Runs that are asked for through the endpoint: one at a time, in the background, the latest remembered. */
final class RequestedRuns {

    private static final Logger log = LoggerFactory.getLogger(RequestedRuns.class);

    private final ApplicationEventPublisher events;
    private final Runnable afterwards;
    private final Map<String, RequestedRun> latest = new ConcurrentHashMap<>();

    /**
     * @param afterwards runs after each run, whatever its outcome
     */
    RequestedRuns(ApplicationEventPublisher events, Runnable afterwards) {
        this.events = events;
        this.afterwards = afterwards;
    }

    /** Returns the latest run of a database. */
    Optional<RequestedRun> latest(String database) {
        return Optional.ofNullable(latest.get(database));
    }

    /**
     * Begins it, and answers with its plan.
     *
     * @throws RunRefusedException while another run is in progress, here or in another process
     * @throws MigrationException when nothing can be planned
     */
    synchronized MigrationPlan start(Migrations migrations, Order order) {
        latest(migrations.name())
                .filter(run -> run.outcome() == Outcome.RUNNING)
                .ifPresent(run -> {
                    throw new RunRefusedException(run.order().toString());
                });
        migrations.lockHolder().ifPresent(holder -> {
            throw new RunRefusedException(holder + " holds the migration lock");
        });
        MigrationPlan plan = migrations.plan(order.request());
        record(migrations, order);
        begin(migrations, order);
        return plan;
    }

    private void record(Migrations migrations, Order order) {
        log.info("Endpoint, database '{}': {}", migrations.name(), order);
        events.publishEvent(
                new MigrationRequested(migrations.name(), order.command(), order.targets(), order.principal()));
    }

    private void begin(Migrations migrations, Order order) {
        RequestedRun begun = RequestedRun.begun(order);
        latest.put(migrations.name(), begun);
        Thread thread = new Thread(() -> run(migrations, begun), "migration-requested");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Migrations migrations, RequestedRun begun) {
        RequestedRun ended = begun.failed(new MigrationException("The run ended unexpectedly.", "See the log."));
        try {
            migrations.run(begun.order().request());
            ended = begun.succeeded();
        } catch (MigrationException e) {
            ended = begun.failed(e);
            log.error("Endpoint, database '{}': {}, failed", migrations.name(), begun.order(), e);
        } finally {
            latest.put(migrations.name(), ended);
            afterwards.run();
        }
    }
}
