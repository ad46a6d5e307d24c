package dev.athanor.migration.history;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.Repertoire;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders the changes to the version table and the history rows of a step as one statement.
 *
 * <p>The statement fails if the version table has changed since the plan was made: the outcome is then null, which the
 * history does not accept, or the statement divides by zero if no history row is written.
 */
final class StepRowsStatement {

    /** Lists the SQLSTATEs with which the statement fails if another process has changed the version table. */
    static final List<String> MOVED = List.of("23502", "22012");

    /**
     * Holds what the rows of a run have in common.
     *
     * @param runId the id of the run
     * @param host the host of the run, if it is known
     * @param applicationVersion the version of the application, if it is known
     * @param marking how a step that leads to head is marked
     * @param repertoire the characters of the database's encoding
     */
    record Run(
            UUID runId,
            @Nullable String host,
            @Nullable String applicationVersion,
            Marking marking,
            Repertoire repertoire) {}

    private final TableNames names;
    private final Run run;
    private final Step step;
    private final @Nullable String wayBack;

    private StepRowsStatement(TableNames names, Run run, Step step, @Nullable String wayBack) {
        this.names = names;
        this.run = run;
        this.step = step;
        this.wayBack = wayBack;
    }

    /**
     * Renders the statement for a step.
     *
     * @param before how long the step has been running when the message with this statement is sent
     * @param wayBack the downgrade to store, or {@code null} if the script has it
     */
    static String of(TableNames names, Run run, Step step, Duration before, @Nullable String wayBack) {
        return new StepRowsStatement(names, run, step, wayBack).sql(before);
    }

    private String sql(Duration before) {
        List<RevisionId> removed = step.before().minus(step.after());
        List<RevisionId> added = step.after().minus(step.before());
        String found = "(SELECT count(*) FROM removed) = " + removed.size();
        String tail = step.scripts().isEmpty()
                ? "SELECT 1 / (CASE WHEN " + found + " THEN 1 ELSE 0 END)"
                : history("CASE WHEN " + found + " THEN '" + Outcome.SUCCESS.word() + "' END", before);
        return "WITH removed AS (DELETE FROM " + names.version() + " WHERE version_num = ANY ("
                + HistoryColumns.array(removed)
                + ") RETURNING 1), added AS (INSERT INTO " + names.version() + " (version_num) SELECT unnest("
                + HistoryColumns.array(added) + ") RETURNING 1) " + tail;
    }

    private String history(String outcome, Duration before) {
        Optional<String> mark = run.marking().of(step);
        String seconds = String.valueOf(before.toNanos() / 1e9);
        String started = "statement_timestamp() - make_interval(secs => " + seconds + ")";
        String millis = "greatest(0, round(extract(epoch FROM clock_timestamp() - " + started + ") * 1000))::bigint";
        String common = ", " + started + ", " + millis + ", " + outcome + ", session_user, "
                + stored(run.host())
                + ", " + stored(run.applicationVersion())
                + Steps.note(step).map(note -> ", " + stored(note)).orElse("")
                + mark.map(text -> ", " + HistoryColumns.literal(text)).orElse("");
        return "INSERT INTO " + names.history() + " (" + HistoryColumns.OF_SCRIPT
                + ", database_user, host, application_version"
                + (Steps.note(step).isPresent() ? ", note" : "")
                + (mark.isEmpty() ? "" : ", " + BookkeepingDdl.MARK) + ") VALUES "
                + step.scripts().stream()
                        .map(script -> "(" + values(script) + common + ")")
                        .collect(Collectors.joining(", "));
    }

    private String values(RevisionScript script) {
        Optional<String> downgrade = wayBack == null ? Bookkeeping.downgradeText(script) : Optional.of(wayBack);
        return HistoryColumns.literal(run.runId().toString()) + "::uuid, "
                + HistoryColumns.values(Direction.of(step), script, downgrade, run.repertoire());
    }

    private String stored(@Nullable String text) {
        return HistoryColumns.literal(text == null ? null : run.repertoire().stored(text));
    }
}
