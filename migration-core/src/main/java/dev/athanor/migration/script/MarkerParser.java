package dev.athanor.migration.script;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the comment lines that begin sections. Blanks may be placed freely, words must be exact. */
final class MarkerParser {

    private static final Pattern AROUND_EQUALS = Pattern.compile("\\s*=\\s*");

    private final Problems problems;

    MarkerParser(Problems problems) {
        this.problems = problems;
    }

    /** Returns the marker that a comment line represents, or {@code null} if the line is an ordinary comment. */
    @Nullable Marker parse(String text, int start, int end, int line) {
        String content = text.substring(start, end).strip().substring(2).strip();
        if (!content.startsWith("@")) {
            return null;
        }
        List<String> words = WordSplitter.split(withoutBlanksAroundEquals(content.substring(1)));
        if (words.isEmpty()) {
            return null;
        }
        Marker.Kind section = section(words, line);
        return section == null ? null : marker(section, words.subList(1, words.size()), start, end, line);
    }

    private static String withoutBlanksAroundEquals(String content) {
        return content.indexOf('=') < 0
                ? content
                : AROUND_EQUALS.matcher(content).replaceAll("=");
    }

    private Marker.@Nullable Kind section(List<String> words, int line) {
        String word = words.get(0);
        Marker.Kind meant = Marker.Kind.meantBy(word);
        if (word.equals(meant.word()) && meant != Marker.Kind.UNKNOWN) {
            return meant;
        }
        if (meant == Marker.Kind.UNKNOWN && !readsAsMarker(words)) {
            return null;
        }
        problems.add(line, "There is no section `@" + word + "`.", spelling(meant));
        return meant;
    }

    /** Returns whether only options follow the word; {@code -- @param id the key} is an ordinary comment. */
    private static boolean readsAsMarker(List<String> words) {
        return words.stream().skip(1).allMatch(word -> word.equals(Waiver.IRREVERSIBLE.word()) || word.contains("="));
    }

    private static String spelling(Marker.Kind meant) {
        return meant == Marker.Kind.UNKNOWN
                ? "Write `-- @upgrade` or `-- @downgrade`; an ordinary comment must not begin with @."
                : "Write `-- @" + meant.word() + "`.";
    }

    private Marker marker(Marker.Kind section, List<String> options, int start, int end, int line) {
        if (options.isEmpty()) {
            return new Marker(section, SectionOptions.NONE, null, start, end, line);
        }
        Problems ofSection = isSurelyAMarker(options) ? problems.of(section) : problems;
        List<Waiver> waivers = Waiver.among(options);
        if (section != Marker.Kind.UNKNOWN) {
            check(section, options, line, ofSection);
        }
        SectionOptions parsed = new OptionParser(ofSection, section, line).parse(options);
        return new Marker(section, parsed, waivers.isEmpty() ? null : waivers.get(0), start, end, line);
    }

    /**
     * Returns whether the line has no other words. A line with other words may be a comment of the section above it,
     * which would end too early.
     */
    private static boolean isSurelyAMarker(List<String> options) {
        return options.stream().allMatch(option -> Waiver.is(option) || option.contains("="));
    }

    private static void check(Marker.Kind section, List<String> options, int line, Problems problems) {
        List<Waiver> waivers = Waiver.among(options);
        if (section == Marker.Kind.UPGRADE) {
            waivers.forEach(waiver -> problems.add(
                    line, waiver.notOfUpgrades(), "Write `-- @downgrade " + waiver.word() + "` below its statements."));
        } else if (waivers.size() > 1) {
            problems.add(
                    line,
                    "Section `@downgrade` has both `irreversible` and `nothing`.",
                    "Keep `nothing` if the upgrade leaves the schema as it was, otherwise `irreversible`.");
        }
        options.stream()
                .filter(option -> !OptionParser.isOption(option) && !Waiver.is(option))
                .findFirst()
                .ifPresent(option -> problems.add(
                        line, "Section `@" + section.word() + "` has no option `" + option + "`.", known(section)));
    }

    private static String known(Marker.Kind section) {
        String comment = " A comment belongs on a line of its own.";
        return section == Marker.Kind.UPGRADE
                ? "It takes `transaction=none`, `batch=5000 key=id` and `if-extension=<name>`." + comment
                : "It takes `transaction=none`, `batch=5000 key=id`, `if-extension=<name>`, `nothing` or"
                        + " `irreversible`." + comment;
    }
}
