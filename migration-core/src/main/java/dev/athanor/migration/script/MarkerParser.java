package dev.athanor.migration.script;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the comment lines that begin sections: generous with blanks, strict with words. */
final class MarkerParser {

    private static final Pattern AROUND_EQUALS = Pattern.compile("\\s*=\\s*");
    private static final String IRREVERSIBLE = OptionParser.IRREVERSIBLE;

    private final Problems problems;

    MarkerParser(Problems problems) {
        this.problems = problems;
    }

    /** The marker that a comment line is; null where it is an ordinary comment. */
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

    /** Whether nothing but options follows; {@code -- @param id the key} is an ordinary comment. */
    private static boolean readsAsMarker(List<String> words) {
        return words.stream().skip(1).allMatch(word -> word.equals(IRREVERSIBLE) || word.contains("="));
    }

    private static String spelling(Marker.Kind meant) {
        return meant == Marker.Kind.UNKNOWN
                ? "Write `-- @upgrade` or `-- @downgrade`; an ordinary comment must not begin with @."
                : "Write `-- @" + meant.word() + "`.";
    }

    private Marker marker(Marker.Kind section, List<String> options, int start, int end, int line) {
        if (options.isEmpty()) {
            return new Marker(section, SectionOptions.NONE, false, start, end, line);
        }
        boolean irreversible = options.contains(IRREVERSIBLE);
        if (section != Marker.Kind.UNKNOWN) {
            check(section, options, line);
        }
        SectionOptions parsed = new OptionParser(problems, section, line).parse(options);
        return new Marker(section, parsed, irreversible, start, end, line);
    }

    private void check(Marker.Kind section, List<String> options, int line) {
        if (section == Marker.Kind.UPGRADE && options.contains(IRREVERSIBLE)) {
            problems.add(
                    line,
                    "Section `@upgrade` cannot be irreversible.",
                    "Write `-- @downgrade irreversible` below its statements.");
        }
        options.stream()
                .filter(option -> !OptionParser.isOption(option) && !option.equals(IRREVERSIBLE))
                .findFirst()
                .ifPresent(option -> problems.add(
                        line, "Section `@" + section.word() + "` has no option `" + option + "`.", known(section)));
    }

    private static String known(Marker.Kind section) {
        String comment = " A comment belongs on a line of its own.";
        return section == Marker.Kind.UPGRADE
                ? "It takes `transaction=none`, `batch=5000 key=id` and `if-extension=<name>`." + comment
                : "It takes `transaction=none`, `batch=5000 key=id`, `if-extension=<name>` or `irreversible`."
                        + comment;
    }
}
