package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.runner.LockHolder;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.LastRun;
import dev.athanor.migration.status.MigrationStatus.PendingRevision;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code migration status}: one screen. */
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
        Migrations migrations = migrations();
        MigrationStatus status = migrations.status();
        if (status.state() == MigrationStatus.State.UNREACHABLE) {
            throw new MigrationException(status.summary(), status.action());
        }
        Optional<LockHolder> holder = migrations.lockHolder();
        if (json) {
            output.json(json(status, holder));
        } else {
            print(output, status, holder);
        }
        return check && !status.state().migrated() ? ExitCodes.NO : ExitCodes.DONE;
    }

    private static void print(Output output, MigrationStatus status, Optional<LockHolder> holder) {
        line(output, "state", (status.state().migrated() ? "@|green " : "@|red ") + status.state() + "|@");
        line(output, "", escaped(status.summary()));
        if (!status.action().isEmpty()) {
            line(output, "", escaped(status.action()));
        }
        line(output, "current", status.current().toString());
        line(output, "heads", status.heads().toString());
        line(output, "applied", String.valueOf(status.applied().size()));
        line(output, "pending", String.valueOf(status.pending().size()));
        status.pending().stream().limit(PENDING_SHOWN).forEach(pending -> line(output, "", named(pending)));
        if (status.pending().size() > PENDING_SHOWN) {
            line(output, "", "and " + (status.pending().size() - PENDING_SHOWN) + " more");
        }
        line(output, "last run", status.lastRun().map(StatusCommand::named).orElse("none recorded"));
        line(output, "lock", holder.map(LockHolder::toString).orElse("free"));
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
        return run.command() + ", " + run.outcome() + ", " + run.startedAt().truncatedTo(ChronoUnit.SECONDS) + ", "
                + run.duration().toMillis() + " ms, " + counted(run.revisions().size());
    }

    private static String counted(int revisions) {
        return revisions == 1 ? "1 revision" : revisions + " revisions";
    }

    private static Map<String, Object> json(MigrationStatus status, Optional<LockHolder> holder) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", status.database());
        json.put("state", status.state().name());
        json.put("summary", status.summary());
        json.put("action", status.action());
        json.put("current", Texts.of(status.current().ids()));
        json.put("heads", Texts.of(status.heads().ids()));
        json.put("pending", ids(status.pending()));
        json.put("applied", status.applied().size());
        json.put("lastRun", status.lastRun().map(StatusCommand::json).orElse(Map.of()));
        json.put("lockHolder", holder.map(LockHolder::toString).orElse(""));
        return json;
    }

    private static List<String> ids(List<PendingRevision> pending) {
        return Texts.of(pending.stream().map(PendingRevision::revision).toList());
    }

    private static Map<String, Object> json(LastRun run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", run.command());
        json.put("outcome", run.outcome());
        json.put("startedAt", run.startedAt().toString());
        json.put("durationMillis", run.duration().toMillis());
        json.put("revisions", Texts.of(run.revisions()));
        return json;
    }
}
