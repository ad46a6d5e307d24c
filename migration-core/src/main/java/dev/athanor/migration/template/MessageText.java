package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import dev.athanor.migration.sql.StatementExcerpt;
import java.util.List;
import java.util.regex.Pattern;

/** Handles the message of a new revision, which becomes comment lines and must not become anything else. */
final class MessageText {

    /**
     * Matches control characters, line separators, characters that reverse the reading direction, and unpaired
     * surrogates.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern RULER = Pattern.compile("-+");
    private static final ScriptParser PARSER = new ScriptParser(Placeholders.none());

    private MessageText() {}

    /** Returns the message in the form in which a header is parsed. */
    static String clean(String message) {
        return message.lines()
                .map(MessageText::cleanLine)
                .collect(joining("\n"))
                .strip();
    }

    private static String cleanLine(String line) {
        String printable = UNPRINTABLE.matcher(line).replaceAll(" ").strip();
        return RULER.matcher(printable).matches() ? "" : printable;
    }

    /**
     * Refuses lines that a header would not read as part of the message.
     *
     * @param message the cleaned message
     */
    static void check(String message) {
        List<String> lines = message.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!isOrdinary(lines.get(i))) {
                throw refusal(lines, i);
            }
        }
    }

    private static boolean isOrdinary(String line) {
        String script = "-- " + line + "\n--\n-- Revision ID: x\n\n-- @upgrade\n\n-- @downgrade\n";
        try {
            return PARSER.parse(new ScriptFile("message", script)).message().equals(line);
        } catch (InvalidScriptException readAsSomethingElse) {
            return false;
        }
    }

    private static MigrationException refusal(List<String> lines, int index) {
        String which = lines.size() == 1 ? "The message" : "Line " + (index + 1) + " of the message";
        return new MigrationException(
                which + ", `" + StatementExcerpt.inOneLine(lines.get(index))
                        + "`, would read as a key of the header, or as the" + " beginning of a section.",
                "Word it differently: no key with a colon, and no @, at the beginning of a line.");
    }
}
