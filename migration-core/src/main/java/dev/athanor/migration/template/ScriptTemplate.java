package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.script.HeaderKey;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.ScriptFile;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What new revision scripts look like: text with <code>${message}</code>, <code>${revision}</code>,
 * <code>${down_revisions}</code>, <code>${depends_on}</code>, <code>${branch_labels}</code>,
 * <code>${create_date}</code>, <code>${upgrade}</code> and <code>${downgrade}</code>.
 *
 * <p>A comment line that holds only a message, dependencies or branch labels is left out where there are none.
 * {@code $${name}} gives <code>${name}</code>.
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

    /** The template where the user has none. */
    public static ScriptTemplate standard() {
        return new ScriptTemplate("new revision", lines(STANDARD));
    }

    /**
     * The user's own template.
     *
     * @throws InvalidScriptException with every problem of the template
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
     * The text of the draft's script; read again, it gives the draft's place in the graph.
     *
     * @throws dev.athanor.migration.error.MigrationException where it would not
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

    /** Without a message, the header begins with its first key. */
    private static String withoutEmptyTop(String text) {
        String rest = text;
        while (rest.startsWith("--\n")) {
            rest = rest.substring(3);
        }
        return rest;
    }

    /** The template's own text. */
    @Override
    public String toString() {
        return lines.stream().map(line -> line.text() + "\n").collect(joining());
    }
}
