package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autogenerate.ComparisonReport;
import dev.athanor.migration.autogenerate.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;

/** Writes what comparing commands say at the end. */
final class Comparing {

    private Comparing() {}

    /** Gives the exit code. */
    static int print(Output output, ComparisonReport report, boolean json) {
        if (json) {
            output.json(json(report));
        } else {
            output.result(report.text((place, words) -> colored(output.ansi(), place, words)));
        }
        return report.matches() ? ExitCodes.DONE : ExitCodes.NO;
    }

    private static String colored(Ansi ansi, Place place, String words) {
        IStyle style =
                switch (place) {
                    case BEFORE -> Ansi.Style.fg_red;
                    case AFTER -> Ansi.Style.fg_green;
                    case BOTH -> Ansi.Style.fg_yellow;
                };
        return ansi.enabled() ? style.on() + words + style.off() : words;
    }

    private static Map<String, Object> json(ComparisonReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("wanted", report.wanted());
        json.put("matches", report.matches());
        json.put("differences", report.lines());
        json.put("lesserFindings", report.lesserLines());
        json.put("schemas", report.coverage().compared());
        json.put("notCompared", report.coverage().notCompared());
        json.put("leftOut", report.leftOut().names());
        return json;
    }
}
