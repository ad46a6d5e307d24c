package dev.athanor.migration;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.MDC;

/**
 * Sets the fields that a structured log shows beside the lines of a run, in SLF4J's MDC on the thread that migrates.
 *
 * @param database the name of this database in the application
 */
record LogFields(String database) implements RunListener {

    static final String DATABASE = "migration.database";
    static final String COMMAND = "migration.command";
    static final String REVISION = "migration.revision";
    static final String DIRECTION = "migration.direction";
    static final String OUTCOME = "migration.outcome";
    static final String DURATION = "migration.duration_ms";

    private static final List<String> OF_A_STEP = List.of(REVISION, DIRECTION, OUTCOME, DURATION);

    @Override
    public void runStarted(MigrationPlan plan) {
        MDC.put(DATABASE, database);
        MDC.put(COMMAND, plan.command().word());
    }

    @Override
    public void stepStarted(Step step) {
        OF_A_STEP.forEach(MDC::remove);
        MDC.put(REVISION, step.revisions().stream().map(Object::toString).collect(Collectors.joining(",")));
        MDC.put(DIRECTION, step.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** Sets the outcome and the duration before the log line of the step and the last line of the run are written. */
    @Override
    public void stepFinished(Step step, StepReport report) {
        MDC.put(OUTCOME, report.outcome().word());
        MDC.put(DURATION, String.valueOf(report.duration().toMillis()));
    }

    /** Removes all fields once a run has ended, whether it succeeded or failed. */
    void ended() {
        OF_A_STEP.forEach(MDC::remove);
        MDC.remove(COMMAND);
        MDC.remove(DATABASE);
    }
}
