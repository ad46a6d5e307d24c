package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autogenerate.ComparisonReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** What comparing commands say in the end. */
final class Comparing {

    private Comparing() {}

    /** Gives the exit code. */
    static int print(Output output, ComparisonReport report, boolean json) {
        if (json) {
            output.json(json(report));
        } else {
            output.result(report.text());
        }
        return report.matches() ? ExitCodes.DONE : ExitCodes.NO;
    }

    private static Map<String, Object> json(ComparisonReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("wanted", report.wanted());
        json.put("matches", report.matches());
        json.put("differences", report.lines());
        json.put("lesserFindings", report.lesserLines());
        json.put("schemas", report.coverage().compared());
        json.put("notCompared", report.coverage().notCompared());
        return json;
    }
}
