package dev.athanor.migration.lint;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes findings and reports of lint for readers.
 *
 * @since 0.1.0
 */
public final class LintText {

    private static final List<String> BYTES = List.of("bytes", "kB", "MB", "GB", "TB");

    private final BiFunction<Severity, String, String> painter;

    private LintText(BiFunction<Severity, String, String> painter) {
        this.painter = painter;
    }

    /** Returns a writer of plain text. */
    public static LintText plain() {
        return new LintText((severity, words) -> words);
    }

    /**
     * Returns a writer that shows severities in colors.
     *
     * @param painter returns words with the color of a severity, given the severity and the words
     */
    public static LintText painted(BiFunction<Severity, String, String> painter) {
        return new LintText(painter);
    }

    /** Returns a finding: what happens and where, and on a second line the safe way and the rule. */
    public String of(LintFinding finding) {
        return line(finding) + "\n    " + inOneLine(finding.safeWay()) + " ["
                + finding.rule().id() + "]";
    }

    /** Returns place, severity, what happens and for how long, in one line. */
    public String line(LintFinding finding) {
        Severity severity = finding.severity();
        return finding.place() + "  " + painter.apply(severity, severity.word()) + "  " + message(finding);
    }

    /** Returns what happens and for how long, in one line. */
    public static String message(LintFinding finding) {
        return inOneLine(finding.message())
                + finding.size().map(size -> " " + sentence(size)).orElse("");
    }

    /** Returns the findings that are not allowed, worst first, and then the total. */
    public String of(LintReport report) {
        return Stream.concat(report.open().stream().map(this::of), Stream.of(total(report)))
                .collect(Collectors.joining("\n"));
    }

    /** Returns how many findings there are: {@code 2 errors, 1 warning; 1 finding is allowed}. */
    public static String total(LintReport report) {
        String allowed = report.allowed() == 0
                ? ""
                : "; " + count(report.allowed(), "finding") + (report.allowed() == 1 ? " is" : " are") + " allowed";
        return open(report) + allowed;
    }

    /** Returns how many findings are not allowed: {@code 2 errors, 1 warning}. */
    static String open(LintReport report) {
        String counted = Stream.of(Severity.values())
                .filter(severity -> report.count(severity) > 0)
                .map(severity -> count(report.count(severity), severity.word()))
                .collect(Collectors.joining(", "));
        return counted.isEmpty() ? "no findings" : counted;
    }

    /** Returns the size of a relation and the duration of the work on it, as a sentence. */
    static String sentence(SizeEstimate size) {
        return "The table has about " + rows(size.rows()) + " in " + bytes(size.bytes())
                + size.duration()
                        .map(duration -> "; this takes about " + words(duration))
                        .orElse("")
                + ".";
    }

    private static String rows(long rows) {
        if (rows >= 10_000_000) {
            return rows / 1_000_000 + " million rows";
        }
        return rows >= 1_000_000
                ? String.format(Locale.ROOT, "%.1f million rows", rows / 1e6)
                : String.format(Locale.ROOT, "%,d ", rows) + (rows == 1 ? "row" : "rows");
    }

    private static String bytes(long bytes) {
        double left = bytes;
        int unit = 0;
        while (left >= 1024 && unit < BYTES.size() - 1) {
            left /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, left < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", left, BYTES.get(unit));
    }

    private static String words(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 120) {
            return count(seconds, "second");
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 120 ? count(minutes, "minute") : count(Math.round(minutes / 60.0), "hour");
    }

    private static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
