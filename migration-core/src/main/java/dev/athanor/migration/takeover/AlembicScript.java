package dev.athanor.migration.takeover;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Represents the header of a script of Alembic: the assignments at its top, and its docstring. The script is not run.
 *
 * @param file the path of the script
 * @param revision its id
 * @param downRevisions what it revises
 * @param dependsOn what it depends on
 * @param branchLabels its labels
 * @param message its message
 * @param createDate when it was written, if it says so
 * @since 0.1.0
 */
public record AlembicScript(
        String file,
        String revision,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> branchLabels,
        String message,
        Optional<OffsetDateTime> createDate) {

    private static final Pattern DOCSTRING =
            Pattern.compile("\\A(?:\\s|#[^\\n]*\\n)*[rRuU]?(\"\"\"|''')(.*?)\\1", Pattern.DOTALL);
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?m)^(revision|down_revision|branch_labels|depends_on)[ \\t]*(?::[^=\\n]+(?:\\n[^=\\n]*)*)?=(?!=)");
    private static final Pattern KEY = Pattern.compile("(?m)^\\s*(?:Revision ID|Revises|Create Date)\\s*:.*");
    private static final Pattern DATE =
            Pattern.compile("(?m)^\\s*Create Date:\\s*(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)"
                    + "(?:[.,]\\d+)?\\s*(Z|[+-]\\d\\d:\\d\\d)?");

    public AlembicScript {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
    }

    /**
     * Reads a script, or returns empty for a file that is no revision.
     *
     * @throws ImportException if a value is computed and not written down
     */
    static Optional<AlembicScript> read(ForeignFile file) {
        String text = file.text(StandardCharsets.UTF_8);
        Matcher docstring = DOCSTRING.matcher(text);
        boolean documented = docstring.find();
        String doc = documented ? docstring.group(2) : "";
        Map<String, List<String>> values = values(file, text, documented ? docstring.end() : 0);
        List<String> id = values.getOrDefault("revision", List.of());
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlembicScript(
                        file.location(),
                        id.get(0),
                        values.getOrDefault("down_revision", List.of()),
                        values.getOrDefault("depends_on", List.of()),
                        values.getOrDefault("branch_labels", List.of()),
                        KEY.matcher(doc).replaceAll("").strip(),
                        date(doc)));
    }

    private static Map<String, List<String>> values(ForeignFile file, String text, int from) {
        Map<String, List<String>> values = new HashMap<>();
        Matcher assignment = ASSIGNMENT.matcher(text);
        for (int at = from; assignment.find(at); at = assignment.end()) {
            try {
                values.putIfAbsent(assignment.group(1), PythonLiteral.strings(text, assignment.end()));
            } catch (IllegalArgumentException e) {
                long line = text.substring(0, assignment.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                throw new ImportException(
                        file.location() + ":" + line + ": `" + assignment.group(1) + "` is computed by `"
                                + e.getMessage() + "`, and the script is not run.",
                        "Write its value as a string, None, or a tuple of strings, and import again.");
            }
        }
        return values;
    }

    private static Optional<OffsetDateTime> date(String doc) {
        Matcher date = DATE.matcher(doc);
        return date.find()
                ? Optional.of(OffsetDateTime.parse(
                        date.group(1) + "T" + date.group(2) + (date.group(3) == null ? "Z" : date.group(3))))
                : Optional.empty();
    }
}
