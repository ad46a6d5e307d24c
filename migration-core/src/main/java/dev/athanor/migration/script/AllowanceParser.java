package dev.athanor.migration.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses lines {@code -- @allow rule: reason}. */
final class AllowanceParser {

    private static final String WORD = "allow";
    private static final Pattern START = Pattern.compile("@([A-Za-z]+)(?:[\\s:].*)?", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile("@allow\\s+([A-Za-z0-9_-]+)\\s*:\\s*(\\S.*)", Pattern.DOTALL);
    private static final String ACTION =
            "Write the rule, a colon and the reason: `-- @allow rewrite: the table has 200 rows`.";

    private AllowanceParser() {}

    /** Returns whether a comment is such a line, even if it is misspelt or incomplete. */
    static boolean isAllowance(String comment) {
        Matcher start = START.matcher(comment);
        if (!start.matches()) {
            return false;
        }
        String word = start.group(1);
        return word.equals(WORD) || comment.contains(":") && Spelling.distance(word, WORD) == 1;
    }

    /** Returns the allowance, or adds a problem and returns empty. */
    static Optional<Allowance> parse(String comment, int line, Problems problems) {
        Matcher form = FORM.matcher(comment);
        if (form.matches()) {
            return Optional.of(new Allowance(
                    form.group(1), form.group(2).replaceAll("\\s+", " ").strip(), line));
        }
        problems.add(line, "`-- " + comment + "` is not `-- @allow rule: reason`.", ACTION);
        return Optional.empty();
    }
}
