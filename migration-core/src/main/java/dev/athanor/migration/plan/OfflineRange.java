package dev.athanor.migration.plan;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetException.Kind;
import dev.athanor.migration.graph.TargetRange;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * A text that may say where a plan without a database starts and ends.
 *
 * @param heads where a range may begin, for want of another place
 * @param moves whether the command does something for another range, so that it may be advised
 */
record OfflineRange(Command command, String text, List<RevisionId> heads, BiPredicate<Command, String> moves) {

    /** One target, as a database says where the command starts. */
    Target singleTarget() {
        if (!TargetRange.isRange(text)) {
            return Target.parse(text);
        }
        throw new TargetException(
                Kind.RANGE_NOT_ALLOWED,
                "'" + text + "' is a range, and one target is needed.",
                moves.test(command, text)
                        ? "Name one target, or add --sql: a range only writes SQL text."
                        : "Name one target; `migration history` lists the revisions.");
    }

    /** A range, which begins at base where it does not say where; a downgrade has to say it. */
    TargetRange parse() {
        if (!TargetRange.isRange(text)) {
            Target to = Target.parse(text);
            if (command == Command.DOWNGRADE) {
                throw new TargetException(
                        Kind.RANGE_REQUIRED,
                        "'" + text + "' is one target, and a range is needed.",
                        suggest(Stream.concat(
                                heads.stream().map(head -> head + ":" + text), Stream.of(text + ":base"))));
            }
            return new TargetRange(Optional.empty(), Optional.of(to));
        }
        TargetRange range = TargetRange.parse(text);
        if (range.to().isEmpty()) {
            throw new TargetException(
                    Kind.MALFORMED_TARGET,
                    "The range '" + text + "' has no end.",
                    suggest(Stream.of(text + "heads", text + "base")));
        }
        return range;
    }

    private String suggest(Stream<String> ranges) {
        return ranges.filter(range -> moves.test(command, range))
                .findFirst()
                .map(range -> "Write `from:to`, such as `migration " + command.word() + " " + range + " --sql`.")
                .orElse("Write `from:to`; `migration history` lists the revisions.");
    }

    static void requireOneStart(List<TargetRange> ranges) {
        List<String> starts = ranges.stream()
                .map(range -> range.from().map(Target::toString).orElse("base"))
                .distinct()
                .toList();
        if (starts.size() > 1) {
            throw new TargetException(
                    Kind.MALFORMED_TARGET,
                    "The ranges start at " + (starts.size() == 2 ? String.join(" and ", starts) : CappedList.of(starts))
                            + ", and SQL text has one start.",
                    "Give every range the same beginning.");
        }
    }
}
