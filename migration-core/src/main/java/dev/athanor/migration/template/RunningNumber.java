package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the number after the highest one in the file names that a template has produced. */
record RunningNumber(Pattern named, Pattern nameless) {

    static RunningNumber of(List<NamePart> parts) {
        List<NamePart> withoutSlug = parts.stream()
                .filter(part -> !(part instanceof NamePart.MessageSlug))
                .toList();
        return new RunningNumber(pattern(regex(parts)), pattern(withoutSeparators(withoutSlug)));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile("(?:.*/)?" + regex + "\\.sql", Pattern.CASE_INSENSITIVE);
    }

    private static String regex(List<NamePart> parts) {
        return parts.stream().map(NamePart::regex).collect(joining());
    }

    /** Returns the expression for names without a slug, in which the separators at the ends are missing. */
    private static String withoutSeparators(List<NamePart> parts) {
        return parts.stream()
                .map(part -> part instanceof NamePart.Text text && text.text().matches("[-_. ]+")
                        ? "(?:" + text.regex() + ")?"
                        : part.regex())
                .collect(joining());
    }

    int next(Collection<String> files) {
        return 1 + Math.max(highest(named, files), highest(nameless, files));
    }

    private static int highest(Pattern pattern, Collection<String> files) {
        return files.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .filter(match -> match.groupCount() > 0)
                .mapToInt(RunningNumber::number)
                .max()
                .orElse(0);
    }

    private static int number(MatchResult match) {
        return Integer.parseInt(match.group(1));
    }
}
