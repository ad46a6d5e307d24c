package dev.athanor.migration.script;

import java.util.List;

/**
 * What stands in a section.
 *
 * @param text as written
 * @param kept the same with placeholders replaced, secret ones excepted
 * @param notices what was done to it while reading
 */
record SectionText(TextRange text, TextRange kept, List<String> notices) {

    SectionText {
        notices = List.copyOf(notices);
    }

    /** A text in which nothing was replaced. */
    static SectionText of(String text, List<String> notices) {
        return new SectionText(TextRange.of(text), TextRange.of(text), notices);
    }
}
