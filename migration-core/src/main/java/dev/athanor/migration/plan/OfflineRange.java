package dev.athanor.migration.plan;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetException.Kind;
import dev.athanor.migration.graph.TargetRange;
import java.util.List;

/**
 * Where a plan without a database starts and ends.
 *
 * @param from {@code base} where none is given
 */
record OfflineRange(String from, String to) {

    static OfflineRange parse(String text) {
        if (!TargetRange.isRange(text)) {
            return new OfflineRange("base", text);
        }
        TargetRange range = TargetRange.parse(text);
        Target to = range.to()
                .orElseThrow(() -> new TargetException(
                        Kind.MALFORMED_TARGET,
                        "The range '" + text + "' has no end.",
                        "Write `from:to`, such as `" + text + "heads`."));
        return new OfflineRange(range.from().map(Target::toString).orElse("base"), to.toString());
    }

    static void requireOneStart(List<OfflineRange> ranges) {
        List<String> starts = ranges.stream().map(OfflineRange::from).distinct().toList();
        if (starts.size() > 1) {
            throw new TargetException(
                    Kind.MALFORMED_TARGET,
                    "The ranges start at " + (starts.size() == 2 ? String.join(" and ", starts) : CappedList.of(starts))
                            + ", and SQL text has one start.",
                    "Give every range the same beginning.");
        }
    }
}
