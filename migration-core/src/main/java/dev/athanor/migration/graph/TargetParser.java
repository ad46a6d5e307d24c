package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses target texts. */
final class TargetParser {

    private static final Pattern TARGET = Pattern.compile(
            "(?:(?<branch>[\\p{L}\\p{Nd}_.]+)@)?(?<symbol>[\\p{L}\\p{Nd}_.]+)?(?<steps>[+-][0-9]{1,9})?");

    private TargetParser() {}

    static Target parse(String text) {
        if (TargetRange.isRange(text)) {
            throw new TargetException(
                    Kind.RANGE_NOT_ALLOWED,
                    "'" + text + "' is a range, and one target is needed.",
                    "Name one target: a range is for history, and for the SQL text of upgrade, downgrade and stamp.");
        }
        Matcher matcher = TARGET.matcher(text);
        if (!matcher.matches() || (matcher.group("symbol") == null && matcher.group("steps") == null)) {
            throw malformed(text);
        }
        Target target = body(Optional.ofNullable(matcher.group("symbol")), Optional.ofNullable(matcher.group("steps")));
        return Optional.ofNullable(matcher.group("branch"))
                .<Target>map(branch -> new Target.OnBranch(branch, target))
                .orElse(target);
    }

    private static Target body(Optional<String> symbol, Optional<String> steps) {
        Optional<Target> from = symbol.map(TargetParser::symbol);
        return steps.<Target>map(count -> new Target.Relative(from, Integer.parseInt(count)))
                .or(() -> from)
                .orElseThrow();
    }

    private static Target symbol(String word) {
        return switch (word) {
            case "base" -> new Target.Base();
            case "head" -> new Target.Head();
            case "heads" -> new Target.AllHeads();
            case "current" -> new Target.Current();
            default -> new Target.Named(word);
        };
    }

    private static TargetException malformed(String text) {
        return new TargetException(
                Kind.MALFORMED_TARGET,
                "'" + text + "' is not a target.",
                "Write `head`, `heads`, `base`, a revision id or its beginning, a branch label, `+2`, `-1`, `ae10+2`,"
                        + " or one of these behind `branch@`.");
    }
}
