package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.MigrationDatabases;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import dev.athanor.migration.status.MigrationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the status of each database as health, endpoint and meters show it: one value for all of them, which is read
 * again if it is older than its lifetime or if a run has changed it.
 */
final class StatusCache implements RunListener {

    private final Supplier<MigrationDatabases> databases;
    private final Duration lifetime;
    private final Map<Migrations, Entry> entries = new ConcurrentHashMap<>();

    StatusCache(Supplier<MigrationDatabases> databases, Duration lifetime) {
        this.databases = databases;
        this.lifetime = lifetime;
    }

    /** Returns one status per database, in order. */
    List<MigrationStatus> statuses() {
        return migrations().map(this::status).toList();
    }

    Stream<Migrations> migrations() {
        return databases.get().all().stream();
    }

    MigrationStatus status(Migrations migrations) {
        return entries.computeIfAbsent(migrations, key -> new Entry()).get(migrations, lifetime);
    }

    @Override
    public void waitingForLock(LockHolder holder) {
        invalidate();
    }

    @Override
    public void runStarted(MigrationPlan plan) {
        invalidate();
    }

    @Override
    public void stepStarted(Step step) {
        invalidate();
    }

    @Override
    public void stepFinished(Step step, StepReport report) {
        invalidate();
    }

    @Override
    public void runFinished(MigrationReport report) {
        invalidate();
    }

    /** Forgets what was seen. */
    void invalidate() {
        entries.values().forEach(Entry::invalidate);
    }

    /** Allows one look at a time: meanwhile, other callers get the previous value. */
    private static final class Entry {

        private static final long NANOS_WHILE_RUNNING = 250_000_000;

        private record Look(MigrationStatus status, long at) {}

        private final ReentrantLock looking = new ReentrantLock();
        private volatile @Nullable Look last;
        private volatile boolean outdated;

        MigrationStatus get(Migrations migrations, Duration lifetime) {
            Look known = last;
            if (known != null && fresh(known, lifetime)) {
                return known.status();
            }
            if (known != null && !looking.tryLock()) {
                return known.status();
            }
            if (known == null) {
                looking.lock();
            }
            try {
                return look(migrations, lifetime);
            } finally {
                looking.unlock();
            }
        }

        private MigrationStatus look(Migrations migrations, Duration lifetime) {
            Look meanwhile = last;
            if (meanwhile != null && fresh(meanwhile, lifetime)) {
                return meanwhile.status();
            }
            outdated = false;
            MigrationStatus status = migrations.status();
            last = new Look(status, System.nanoTime());
            return status;
        }

        /**
         * Returns whether a look is still valid. A run in progress is looked at more often, because that does not
         * query the database.
         */
        private boolean fresh(Look look, Duration lifetime) {
            long nanos = lifetime.toNanos();
            long wanted = look.status().running().isPresent() ? Math.min(nanos, NANOS_WHILE_RUNNING) : nanos;
            return !outdated && System.nanoTime() - look.at() < wanted;
        }

        void invalidate() {
            outdated = true;
        }
    }
}
