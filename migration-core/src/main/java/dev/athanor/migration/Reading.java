package dev.athanor.migration;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.runner.Session;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Scripts that are being read, on a thread of their own, while the caller's opens a connection: a DataSource may give
 * each thread its own.
 */
final class Reading {

    private final FutureTask<ScriptDirectory> task;

    private Reading(FutureTask<ScriptDirectory> task) {
        this.task = task;
    }

    static Reading begin(Supplier<ScriptDirectory> scripts) {
        FutureTask<ScriptDirectory> task = new FutureTask<>(scripts::get);
        Thread thread = new Thread(task, "migration-scripts");
        thread.setDaemon(true);
        thread.start();
        return new Reading(task);
    }

    /**
     * A connection, once the scripts are read.
     *
     * @throws MigrationException what is wrong with the scripts, before what is wrong with the connection
     */
    Session andOpen(DataSource dataSource) {
        Session session;
        try {
            session = Session.open(dataSource);
        } catch (RuntimeException e) {
            await();
            throw e;
        }
        try {
            await();
            return session;
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    private void await() {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while the scripts were read");
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }
}
