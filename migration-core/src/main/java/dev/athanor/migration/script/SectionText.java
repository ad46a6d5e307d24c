package dev.athanor.migration.script;

import java.util.List;

/**
 * Holds the texts of a section.
 *
 * @param text the text as written
 * @param kept the text with placeholders replaced, except secret ones
 * @param notices the notices about changes made while reading
 * @param allowances the findings of lint that the author accepts
 */
record SectionText(TextRange text, TextRange kept, List<String> notices, List<Allowance> allowances) {

    SectionText {
        notices = List.copyOf(notices);
        allowances = List.copyOf(allowances);
    }

    /** Creates the texts of a section in which no placeholder was replaced. */
    static SectionText of(String text, List<String> notices) {
        return new SectionText(TextRange.of(text), TextRange.of(text), notices, List.of());
    }
}
