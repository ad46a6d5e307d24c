package dev.athanor.migration.takeover;

import java.util.Optional;
import java.util.stream.Stream;

/** Lists Flyway's events, each with its equivalent. */
enum FlywayCallback {
    BEFORE_MIGRATE("beforeMigrate", "the event MigrationRunStarted"),
    AFTER_MIGRATE("afterMigrate", "the event MigrationRunFinished"),
    AFTER_MIGRATE_APPLIED("afterMigrateApplied", "the event MigrationRunFinished"),
    AFTER_MIGRATE_ERROR("afterMigrateError", "the event MigrationRunFailed"),
    BEFORE_EACH_MIGRATE("beforeEachMigrate", "the event RevisionStarted"),
    AFTER_EACH_MIGRATE("afterEachMigrate", "the event RevisionFinished"),
    AFTER_EACH_MIGRATE_ERROR("afterEachMigrateError", "the event MigrationRunFailed"),
    BEFORE_EACH_MIGRATE_STATEMENT("beforeEachMigrateStatement", ""),
    AFTER_EACH_MIGRATE_STATEMENT("afterEachMigrateStatement", ""),
    AFTER_EACH_MIGRATE_STATEMENT_ERROR("afterEachMigrateStatementError", ""),
    BEFORE_REPEATABLES("beforeRepeatables", ""),
    AFTER_VERSIONED("afterVersioned", ""),
    BEFORE_UNDO("beforeUndo", "the event MigrationRunStarted"),
    AFTER_UNDO("afterUndo", "the event MigrationRunFinished"),
    AFTER_UNDO_ERROR("afterUndoError", "the event MigrationRunFailed"),
    BEFORE_EACH_UNDO("beforeEachUndo", "the event RevisionStarted"),
    AFTER_EACH_UNDO("afterEachUndo", "the event RevisionFinished"),
    AFTER_EACH_UNDO_ERROR("afterEachUndoError", "the event MigrationRunFailed"),
    BEFORE_EACH_UNDO_STATEMENT("beforeEachUndoStatement", ""),
    AFTER_EACH_UNDO_STATEMENT("afterEachUndoStatement", ""),
    AFTER_EACH_UNDO_STATEMENT_ERROR("afterEachUndoStatementError", ""),
    BEFORE_VALIDATE("beforeValidate", ""),
    AFTER_VALIDATE("afterValidate", ""),
    AFTER_VALIDATE_ERROR("afterValidateError", ""),
    BEFORE_BASELINE("beforeBaseline", ""),
    AFTER_BASELINE("afterBaseline", ""),
    AFTER_BASELINE_ERROR("afterBaselineError", ""),
    BEFORE_CLEAN("beforeClean", ""),
    AFTER_CLEAN("afterClean", ""),
    AFTER_CLEAN_ERROR("afterCleanError", ""),
    BEFORE_INFO("beforeInfo", ""),
    AFTER_INFO("afterInfo", ""),
    AFTER_INFO_ERROR("afterInfoError", ""),
    BEFORE_REPAIR("beforeRepair", ""),
    AFTER_REPAIR("afterRepair", ""),
    AFTER_REPAIR_ERROR("afterRepairError", ""),
    BEFORE_CONNECT("beforeConnect", ""),
    AFTER_CONNECT("afterConnect", ""),
    CREATE_SCHEMA("createSchema", "migration.schema, which Athanor creates if it is missing"),
    BEFORE_CREATE_SCHEMA("beforeCreateSchema", "");

    private final String event;
    private final String equivalent;

    FlywayCallback(String event, String equivalent) {
        this.event = event;
        this.equivalent = equivalent;
    }

    /** Returns the event that a name without its suffix is a callback for, if there is one. */
    static Optional<FlywayCallback> of(String name, String separator) {
        int at = name.indexOf(separator);
        String event = at < 0 ? name : name.substring(0, at);
        return Stream.of(values())
                .filter(callback -> callback.event.equals(event))
                .findFirst();
    }

    /** Says what becomes of a callback. */
    String note(String script) {
        return "Callback " + script + " is not carried over: "
                + (equivalent.isEmpty()
                        ? "Athanor has no event for " + event + "."
                        : "the equivalent of " + event + " is " + equivalent + ".");
    }
}
