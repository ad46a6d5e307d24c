package dev.athanor.migration.script;

import java.util.List;
import java.util.stream.Collectors;

/** Strings in Java source: a literal, or a text block where there are several lines. */
final class JavaStrings {

    private static final String QUOTES = "\"\"\"";
    private static final String INDENT = "        ";

    private JavaStrings() {}

    static String of(String text) {
        return text.indexOf('\n') < 0 ? '"' + escaped(text).replace("\"", "\\\"") + '"' : block(text);
    }

    static String list(List<String> texts) {
        return texts.stream().map(JavaStrings::of).collect(Collectors.joining(", "));
    }

    private static String block(String text) {
        String body = escaped(text).replace(QUOTES, "\\\"\"\"");
        if (body.endsWith("\"")) {
            body = body.substring(0, body.length() - 1) + "\\\"";
        }
        List<String> lines = List.of(body.split("\n", -1));
        return QUOTES + "\n" + lines.stream().map(JavaStrings::line).collect(Collectors.joining("\n")) + QUOTES;
    }

    /** A line's first blank is written so that it is not taken for the block's indentation. */
    private static String line(String line) {
        if (line.isEmpty()) {
            return INDENT;
        }
        String text = line.endsWith(" ") ? line.substring(0, line.length() - 1) + "\\s" : line;
        return INDENT + (text.startsWith(" ") ? "\\s" + text.substring(1) : text);
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
