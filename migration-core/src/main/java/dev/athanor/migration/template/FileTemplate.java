package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.error.MigrationException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names the files of new revisions by a template: text with <code>{date:yyyyMMdd_HHmm}</code>, <code>{year}</code>,
 * <code>{month}</code>, <code>{day}</code>, <code>{hour}</code>, <code>{minute}</code>, <code>{second}</code>,
 * <code>{epoch}</code>, <code>{rev}</code>, <code>{slug}</code> and <code>{number}</code>.
 *
 * <p>A slash separates folders, and only the template can contain one. The names are valid on every file system.
 *
 * @since 0.1.0
 */
public final class FileTemplate {

    /** Gives {@code 20251007_105009_d382069dacef_add_writing_styles.sql}. */
    public static final String STANDARD = "{date:yyyyMMdd_HHmmss}_{rev}_{slug}";

    /** Limits the length of a slug, unless configured otherwise. */
    public static final int SLUG_LENGTH = 40;

    private static final int LONGEST_SLUG = 150;
    private static final Pattern NOT_ON_WINDOWS = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final Pattern EDGES = Pattern.compile("^[-_. ]+|[-_. ]+$");

    private final List<NamePart> parts;
    private final RunningNumber number;
    private final int slugLength;

    private FileTemplate(List<NamePart> parts, int slugLength) {
        this.parts = parts;
        this.slugLength = slugLength;
        this.number = RunningNumber.of(parts);
    }

    /** Returns the template that is used if none is configured. */
    public static FileTemplate standard() {
        return of(STANDARD, SLUG_LENGTH);
    }

    /**
     * Parses a template of the user.
     *
     * @param slugLength the maximum length of a slug, which is cut between words
     * @throws MigrationException if the text is not a valid template, or the length is not possible
     */
    public static FileTemplate of(String text, int slugLength) {
        if (slugLength < 1 || slugLength > LONGEST_SLUG) {
            throw new MigrationException(
                    "Slugs of " + slugLength + " characters are not possible.",
                    "Give a length from 1 to " + LONGEST_SLUG + "; " + SLUG_LENGTH + " is usual.");
        }
        return new FileTemplate(FileTemplateParser.parse(text), slugLength);
    }

    /**
     * Returns the name of a draft's file, with {@code /} between folders.
     *
     * @param files the paths of the existing files, which determine the next <code>{number}</code>
     */
    public String fileName(RevisionDraft draft, Collection<String> files) {
        return fileName(draft, nextNumber(files));
    }

    /** Returns the number after the highest one of the paths of files. */
    public int nextNumber(Collection<String> files) {
        return number.next(files);
    }

    /** Returns the name of a draft's file with a number that is known. */
    public String fileName(RevisionDraft draft, int runningNumber) {
        String slug = Slug.of(draft.subject(), slugLength);
        NamePart.Naming naming = new NamePart.Naming(draft, slug, runningNumber);
        String name = parts.stream().map(part -> part.render(naming)).collect(joining());
        String path = Stream.of(name.split("/"))
                .map(segment -> slug.isEmpty() ? EDGES.matcher(segment).replaceAll("") : segment)
                .filter(segment -> !segment.isEmpty())
                .map(FileTemplate::portable)
                .collect(joining("/"));
        return (path.isEmpty() ? new NamePart.Rev().render(naming) : path) + ".sql";
    }

    private static String portable(String segment) {
        return NOT_ON_WINDOWS.matcher(segment).matches() ? "_" + segment : segment;
    }
}
