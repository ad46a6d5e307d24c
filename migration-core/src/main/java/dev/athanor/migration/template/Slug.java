package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Converts a message to a part of a file name: {@code Größe der Tür?} becomes {@code grosse_der_tur}. */
final class Slug {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{ASCII}]]");

    /** Replaces Latin letters that Unicode does not decompose into a letter and an accent. */
    private static final Map<String, String> LATIN =
            Map.of("æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th");

    private Slug() {}

    /** Returns the words as ASCII letters and digits joined by {@code _}, cut between words if they are too long. */
    static String of(String text, int longest) {
        String words =
                WORD.matcher(ascii(text)).results().map(MatchResult::group).collect(joining("_"));
        if (words.length() <= longest) {
            return words;
        }
        int cut = words.lastIndexOf('_', longest);
        return words.substring(0, cut > 0 ? cut : longest);
    }

    private static String ascii(String text) {
        String lowerCase = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String letters = ACCENTS.matcher(Normalizer.normalize(lowerCase, Normalizer.Form.NFKD))
                .replaceAll("");
        return FOREIGN.matcher(letters).replaceAll(letter -> LATIN.getOrDefault(letter.group(), ""));
    }
}
