package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.script.HeaderKey;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.ScriptFile;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Renders new revision scripts from a template: text with <code>${message}</code>, <code>${revision}</code>,
 * <code>${down_revisions}</code>, <code>${depends_on}</code>, <code>${branch_labels}</code>,
 * <code>${create_date}</code>, <code>${upgrade}</code> and <code>${downgrade}</code>.
 *
 * <p>A comment line that contains only a message, dependencies or branch labels is left out if they are empty. {@code
 * $${name}} becomes <code>${name}</code>.
 *
 * @since 0.1.0
 */
public final class ScriptTemplate {

    private static final String STANDARD = """
            -- ${message}
            --
            -- Revision ID: ${revision}
            -- Revises: ${down_revisions}
            -- Depends On: ${depends_on}
            -- Branch Labels: ${branch_labels}
            -- Create Date: ${create_date}

            -- @upgrade
            ${upgrade}

            -- @downgrade
            ${downgrade}
            """;

    private final String scriptName;
    private final List<TemplateLine> lines;

    private ScriptTemplate(String scriptName, List<TemplateLine> lines) {
        this.scriptName = scriptName;
        this.lines = lines;
    }

    /** Returns the template that is used if the user has none. */
    public static ScriptTemplate standard() {
        return new ScriptTemplate("new revision", lines(STANDARD));
    }

    /**
     * Parses the user's own template.
     *
     * @throws InvalidScriptException if the template has problems; holds all of them
     */
    public static ScriptTemplate of(ScriptFile file) {
        List<TemplateLine> lines = lines(file.text());
        TemplateCheck.check(file.location(), lines);
        return new ScriptTemplate("new revision from template " + file.location(), lines);
    }

    private static List<TemplateLine> lines(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.lines().map(TemplateLine::of).toList();
    }

    /**
     * Returns the text of the draft's script. When the script is parsed again, the result is the draft's place in the
     * graph.
     *
     * @throws dev.athanor.migration.error.MigrationException if the parsed script would differ from the draft
     */
    public String render(RevisionDraft draft) {
        MessageText.check(draft.message());
        int last = lastKey();
        String text = withoutEmptyTop(IntStream.range(0, lines.size())
                .mapToObj(index -> text(index, draft) + (index == last ? mark(draft) : ""))
                .collect(joining()));
        new TemplateProof(scriptName, lines).check(draft, text);
        return text;
    }

    private String text(int index, RevisionDraft draft) {
        TemplateLine line = lines.get(index);
        return line.isSuperfluous(draft) ? "" : line.render(draft) + "\n";
    }

    /** Returns the place of the last key of the header: a template need not know of drafts. */
    private int lastKey() {
        int last = 0;
        for (int index = 0; index < lines.size() && !lines.get(index).isMarker(); index++) {
            TemplateLine line = lines.get(index);
            last = line.isComment() && !line.tokens().isEmpty() ? index : last;
        }
        return last;
    }

    private static String mark(RevisionDraft draft) {
        return draft.draft()
                .map(reason -> ("-- " + HeaderKey.DRAFT.words() + ": " + reason).strip() + "\n")
                .orElse("");
    }

    /** Removes empty comment lines at the top, so that a header without a message begins with its first key. */
    private static String withoutEmptyTop(String text) {
        String rest = text;
        while (rest.startsWith("--\n")) {
            rest = rest.substring(3);
        }
        return rest;
    }

    /** Returns the template's own text. */
    @Override
    public String toString() {
        return lines.stream().map(line -> line.text() + "\n").collect(joining());
    }
}
