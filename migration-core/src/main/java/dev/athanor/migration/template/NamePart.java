package dev.athanor.migration.template;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Represents a part of a file template. */
sealed interface NamePart {

    String render(Naming naming);

    /** Returns the regular expression for this part in the names of existing files; the number is the only group. */
    String regex();

    /**
     * Holds the values from which names are made.
     *
     * @param slug the slug of the draft's message
     * @param number the number after the highest one in use
     */
    record Naming(RevisionDraft draft, String slug, int number) {}

    /** Renders text unchanged. */
    record Text(String text) implements NamePart {
        @Override
        public String render(Naming naming) {
            return text;
        }

        @Override
        public String regex() {
            return Pattern.quote(text);
        }
    }

    /** Renders the create date, or parts of it. */
    record Date(String pattern) implements NamePart {
        @Override
        public String render(Naming naming) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                    .format(naming.draft().createDate());
        }

        @Override
        public String regex() {
            return pattern.replace("'T'", "T").replace(".", "\\.").replaceAll("[a-zA-Z&&[^T]]", "\\\\d");
        }
    }

    /** Renders {@code {epoch}}: the create date in seconds since 1970. */
    record Epoch() implements NamePart {
        @Override
        public String render(Naming naming) {
            return Long.toString(naming.draft().createDate().toEpochSecond());
        }

        @Override
        public String regex() {
            return "\\d+";
        }
    }

    /** Renders {@code {rev}}: the revision id, with underscores instead of dots. */
    record Rev() implements NamePart {
        @Override
        public String render(Naming naming) {
            return naming.draft().id().value().replace('.', '_');
        }

        @Override
        public String regex() {
            return "[\\p{L}\\p{Nd}_]+";
        }
    }

    /** Renders {@code {slug}}: the message. */
    record MessageSlug() implements NamePart {
        @Override
        public String render(Naming naming) {
            return naming.slug();
        }

        @Override
        public String regex() {
            return ".*";
        }
    }

    /** Renders {@code {number}}: a running number of at least three digits. */
    record Number() implements NamePart {
        @Override
        public String render(Naming naming) {
            return String.format(Locale.ROOT, "%03d", naming.number());
        }

        @Override
        public String regex() {
            return "(\\d{3,9})";
        }
    }
}
