package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names the ids of new revisions: text with the tokens of a {@link FileTemplate}, of which <code>{rev}</code> stands
 * for 12 random hex digits.
 *
 * @since 0.1.0
 */
public final class IdTemplate {

    /** Gives {@code d382069dacef}. */
    public static final String STANDARD = "{rev}";

    /** Limits a slug in an id, because an id has 32 characters. */
    static final int SLUG_LENGTH = 20;

    private static final Pattern EDGES = Pattern.compile("^[_.]+|[_.]+$");

    private final List<NamePart> parts;
    private final RunningNumber number;

    private IdTemplate(List<NamePart> parts) {
        this.parts = parts;
        this.number = RunningNumber.of(parts);
    }

    /** Returns the template where none is configured. */
    public static IdTemplate standard() {
        return of(STANDARD);
    }

    /**
     * Returns a template of the user's.
     *
     * @throws MigrationException where it is not a template, or gives what is no id
     */
    public static IdTemplate of(String text) {
        return new IdTemplate(FileTemplateParser.parseId(text));
    }

    /** Returns whether ids are counted. */
    public boolean isNumbered() {
        return parts.stream().anyMatch(NamePart.Number.class::isInstance);
    }

    /** Returns the number after the highest one of the ids. */
    public int nextNumber(Collection<String> ids) {
        return number.next(ids.stream().map(id -> id + ".sql").toList());
    }

    /**
     * Returns the id of a draft.
     *
     * @param draft with a random id
     */
    public RevisionId id(RevisionDraft draft, int number) {
        return new RevisionId(text(parts, draft, number));
    }

    static String text(List<NamePart> parts, RevisionDraft draft, int number) {
        NamePart.Naming naming = new NamePart.Naming(draft, Slug.of(draft.subject(), SLUG_LENGTH), number);
        String id = parts.stream().map(part -> part.render(naming)).collect(joining());
        return naming.slug().isEmpty() ? EDGES.matcher(id).replaceAll("") : id;
    }
}
