package dev.athanor.migration.template;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** A part of a file template. */
sealed interface NamePart {

    String render(Naming naming);

    /** What it matches in the names of files that are there already; the number is the only group. */
    String regex();

    /**
     * What names are made of.
     *
     * @param slug of its message
     * @param number the one after the highest in use
     */
    record Naming(RevisionDraft draft, String slug, int number) {}

    /** Text as it stands. */
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

    /** The create date, or parts of it. */
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

    /** {@code {epoch}}: the create date in seconds since 1970. */
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

    /** {@code {rev}}: the revision id, without the dots that it may have. */
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

    /** {@code {slug}}: the message. */
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

    /** {@code {number}}: a running number of three digits. */
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
