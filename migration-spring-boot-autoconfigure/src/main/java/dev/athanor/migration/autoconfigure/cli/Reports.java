package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.runner.MigrationReport;

/** What an acting command says in the end. */
final class Reports {

    private Reports() {}

    static void print(Output output, MigrationReport report) {
        if (report.steps().isEmpty()) {
            output.result("nothing to do, the database is at " + report.after());
            return;
        }
        int steps = report.steps().size();
        output.result(report.plan().command().word() + " done: " + steps + (steps == 1 ? " step" : " steps") + " in "
                + report.duration().toMillis() + " ms, from " + report.before() + " to " + report.after());
    }
}
