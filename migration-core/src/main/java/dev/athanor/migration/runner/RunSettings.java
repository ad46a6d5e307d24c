package dev.athanor.migration.runner;

import dev.athanor.migration.session.ClientName;
import dev.athanor.migration.session.SessionStart;
import dev.athanor.migration.session.StatementLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds the settings for running a plan.
 *
 * @param transaction what one transaction spans
 * @param lockWait how long to wait for another process that holds the migration lock
 * @param limits how long statements may wait and run
 * @param applicationVersion recorded in the history, where known
 * @param applicationName with which the server's {@code pg_stat_activity} shows the connection, where known
 * @since 0.1.0
 */
public record RunSettings(
        TransactionScope transaction,
        Duration lockWait,
        StatementLimits limits,
        @Nullable String applicationVersion,
        @Nullable String applicationName) {

    /** Creates settings without the name of the application. */
    public RunSettings(
            TransactionScope transaction,
            Duration lockWait,
            StatementLimits limits,
            @Nullable String applicationVersion) {
        this(transaction, lockWait, limits, applicationVersion, null);
    }

    /** Creates settings with the default limits. */
    public RunSettings(TransactionScope transaction, Duration lockWait, @Nullable String applicationVersion) {
        this(transaction, lockWait, StatementLimits.defaults(), applicationVersion);
    }

    /** Returns the default settings: one transaction per revision, and a lock wait of ten minutes. */
    public static RunSettings defaults() {
        return new RunSettings(TransactionScope.REVISION, Duration.ofMinutes(10), null);
    }

    /** Returns these settings with another transaction scope. */
    public RunSettings withTransaction(TransactionScope other) {
        return new RunSettings(other, lockWait, limits, applicationVersion, applicationName);
    }

    /** Returns these settings with another time to wait for a process that holds the migration lock. */
    public RunSettings withLockWait(Duration other) {
        return new RunSettings(transaction, other, limits, applicationVersion, applicationName);
    }

    /** Returns these settings with other limits for statements. */
    public RunSettings withLimits(StatementLimits other) {
        return new RunSettings(transaction, lockWait, other, applicationVersion, applicationName);
    }

    /** Returns these settings with the application version that the history records. */
    public RunSettings withApplicationVersion(String version) {
        return new RunSettings(transaction, lockWait, limits, version, applicationName);
    }

    /**
     * Returns these settings with the name of the application: while a run lasts, the connection's
     * {@code application_name} is
     * this name, the host's, and "migration".
     */
    public RunSettings withApplicationName(String name) {
        return new RunSettings(transaction, lockWait, limits, applicationVersion, name);
    }

    /** Returns how a session has to be for a run. */
    SessionStart.Wanted session(@Nullable String quotedSchema) {
        return new SessionStart.Wanted(
                quotedSchema, limits, applicationName == null ? null : new ClientName(applicationName).text());
    }
}
