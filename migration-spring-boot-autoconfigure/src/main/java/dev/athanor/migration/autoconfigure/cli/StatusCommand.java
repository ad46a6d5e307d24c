package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.json.ApplicationDescriptor;
import dev.athanor.migration.autoconfigure.json.JsonTree;
import dev.athanor.migration.autoconfigure.json.StatusDescriptor;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.LastRun;
import dev.athanor.migration.status.MigrationStatus.PendingRevision;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Option;

/** Runs {@code migration status}, which prints one screen per database. */
@picocli.CommandLine.Command(
        name = "status",
        description = "Show where the database is: current, pending, ahead or diverged, last run, lock.")
final class StatusCommand extends Command {

    private static final int PENDING_SHOWN = 10;

    @Option(names = "--check", description = "Exit with 3 unless the database is at head or ahead of it.")
    private boolean check;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    StatusCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        List<MigrationStatus> statuses =
                databases().stream().map(Migrations::status).toList();
        if (json) {
            output.json(JsonTree.of(StatusDescriptor.of(ApplicationDescriptor.of(scope().environment()), statuses)));
        } else {
            print(output, statuses);
        }
        statuses.stream()
                .filter(status -> status.state() == MigrationStatus.State.UNREACHABLE)
                .findFirst()
                .ifPresent(status -> {
                    throw new MigrationException(status.summary(), status.action());
                });
        boolean migrated = statuses.stream().allMatch(status -> status.state().migrated());
        return check && !migrated ? ExitCodes.NO : ExitCodes.DONE;
    }

    private static void print(Output output, List<MigrationStatus> statuses) {
        for (MigrationStatus status : statuses) {
            if (statuses.size() > 1) {
                line(output, "database", escaped(status.database()));
            }
            if (status.state() != MigrationStatus.State.UNREACHABLE || statuses.size() > 1) {
                print(output, status);
            }
        }
    }

    private static void print(Output output, MigrationStatus status) {
        line(output, "state", (status.state().migrated() ? "@|green " : "@|red ") + status.state() + "|@");
        line(output, "", escaped(status.summary()));
        if (!status.action().isEmpty()) {
            line(output, "", escaped(status.action()));
        }
        line(output, "current", status.current().toString());
        boolean read = status.scriptsRead();
        line(output, "heads", read ? status.heads().toString() : "unknown");
        line(output, "applied", String.valueOf(status.applied().size()));
        line(output, "pending", read ? String.valueOf(status.pending().size()) : "unknown");
        status.pending().stream().limit(PENDING_SHOWN).forEach(pending -> line(output, "", named(pending)));
        if (status.pending().size() > PENDING_SHOWN) {
            line(output, "", "and " + (status.pending().size() - PENDING_SHOWN) + " more");
        }
        line(output, "last run", status.lastRun().map(StatusCommand::named).orElse("none recorded"));
        status.lastRun()
                .map(LastRun::error)
                .filter(error -> !status.summary().contains(error))
                .ifPresent(error -> line(output, "", escaped(error)));
        line(output, "lock", status.lockHolder().map(LockHolder::toString).orElse("free"));
    }

    private static void line(Output output, String name, String value) {
        output.styled(String.format("%-10s%s", name, value.replace("\n", "\n          ")));
    }

    private static String escaped(String text) {
        return text.replace("@|", "@ |");
    }

    private static String named(PendingRevision pending) {
        return "@|yellow " + pending.revision() + "|@ " + escaped(pending.message());
    }

    private static String named(LastRun run) {
        return run.command().word() + ", " + run.outcome().word() + ", "
                + run.startedAt().truncatedTo(ChronoUnit.SECONDS) + ", "
                + run.duration().toMillis() + " ms, " + counted(run.revisions().size());
    }

    private static String counted(int revisions) {
        return revisions == 1 ? "1 revision" : revisions + " revisions";
    }
}
