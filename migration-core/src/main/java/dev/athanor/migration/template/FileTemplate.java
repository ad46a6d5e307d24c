package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.error.MigrationException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the files of new revisions are called: text with <code>{date:yyyyMMdd_HHmm}</code>, <code>{year}</code>,
 * <code>{month}</code>, <code>{day}</code>, <code>{hour}</code>, <code>{minute}</code>, <code>{second}</code>,
 * <code>{epoch}</code>, <code>{rev}</code>, <code>{slug}</code> and <code>{number}</code>.
 *
 * <p>A slash makes a folder, and only a template can have one. The names suit every file system.
 */
public final class FileTemplate {

    /** Gives {@code 20251007_105009_d382069dacef_add_writing_styles.sql}. */
    public static final String STANDARD = "{date:yyyyMMdd_HHmmss}_{rev}_{slug}";

    /** How long a slug is at most, unless configured otherwise. */
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

    /** The template where none is configured. */
    public static FileTemplate standard() {
        return of(STANDARD, SLUG_LENGTH);
    }

    /**
     * A template of the user's.
     *
     * @param slugLength how long a slug is at most; it is cut between words
     * @throws MigrationException where it is not a template
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
     * The name of a draft's file, with {@code /} between folders.
     *
     * @param files the paths of the files that are there already, which <code>{number}</code> follows
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
