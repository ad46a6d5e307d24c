package dev.athanor.migration.javasource;

import java.util.List;
import java.util.stream.Collectors;

/** Strings in Java source: a literal, or a text block where there are several lines. */
public final class JavaStrings {

    private static final String QUOTES = "\"\"\"";
    private static final String INDENT = "        ";

    private JavaStrings() {}

    /** Returns the literal or text block that holds the text. */
    public static String of(String text) {
        return text.indexOf('\n') < 0 ? '"' + escaped(text).replace("\"", "\\\"") + '"' : block(text);
    }

    /** Returns the texts as arguments. */
    public static String list(List<String> texts) {
        return texts.stream().map(JavaStrings::of).collect(Collectors.joining(", "));
    }

    private static String block(String text) {
        String body = escaped(text);
        if (body.contains(QUOTES) || body.endsWith("\"")) {
            body = body.replace("\"", "\\\"");
        }
        String marked = isIndented(body) ? body.replaceFirst("(?m)^ ", "\\\\s") : body;
        return QUOTES + "\n" + marked.lines().map(JavaStrings::line).collect(Collectors.joining("\n"))
                + (marked.endsWith("\n") ? "\n" + INDENT : "") + QUOTES;
    }

    /** Returns whether each line begins with a blank, which Java would take for the indentation of the text block. */
    private static boolean isIndented(String text) {
        return !text.endsWith("\n") && text.lines().allMatch(line -> line.isEmpty() || line.startsWith(" "));
    }

    private static String line(String line) {
        String text = line.endsWith(" ") ? line.substring(0, line.length() - 1) + "\\s" : line;
        return text.isEmpty() ? "" : INDENT + text;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(character -> escaped.append(escape((char) character)));
        return escaped.toString();
    }

    private static String escape(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\n' -> "\n";
            default -> character < ' ' ? String.format("\\%03o", (int) character) : String.valueOf(character);
        };
    }
}
