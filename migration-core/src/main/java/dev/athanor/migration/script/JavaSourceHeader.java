package dev.athanor.migration.script;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the header of a revision in Java from its source, which may not have been compiled yet.
 *
 * <p>Only literals are read, and only one header per file: a header that names a constant, or one of several in a file,
 * is read from the class.
 *
 * @since 0.1.0
 */
public final class JavaSourceHeader {

    private static final String ANNOTATION = "RevisionHeader";

    /** Matches comments, text blocks, strings, characters and names, and every other character by itself. */
    private static final Pattern TOKEN =
            Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)|\"\"\"[ \\t\\f]*\\R(?s:[^\\\\\"]++|\\\\.|\"(?!\"\"))*+\"\"\""
                    + "|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)+'|[\\w$]+|\\S");

    /** Lists the beginnings of lists in Java and in Kotlin. */
    private static final List<String> LIST_BEGIN = List.of("{", "[");

    private static final List<String> LIST_END = List.of("}", "]");

    private static final Map<String, HeaderKey> KEYS = Map.of(
            "id", HeaderKey.REVISION_ID,
            "revises", HeaderKey.REVISES,
            "dependsOn", HeaderKey.DEPENDS_ON,
            "branchLabels", HeaderKey.BRANCH_LABELS,
            "createDate", HeaderKey.CREATE_DATE);

    private final List<String> tokens;
    private final Map<String, List<String>> elements = new TreeMap<>();

    private JavaSourceHeader(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Returns the path of a class's source, relative to the source folder. */
    public static String location(Class<?> type) {
        return JavaScriptReader.location(type);
    }

    /** Returns the same header in a script with empty sections, or empty if the source does not allow it. */
    public static Optional<ScriptFile> read(ScriptFile source) {
        if (!source.text().contains(ANNOTATION)) {
            return Optional.empty();
        }
        List<String> tokens = TOKEN.matcher(source.text())
                .results()
                .map(MatchResult::group)
                .filter(token -> !token.startsWith("//") && !token.startsWith("/*"))
                .toList();
        JavaSourceHeader header = new JavaSourceHeader(tokens);
        List<Integer> annotations = header.annotations();
        return annotations.size() == 1 && header.readElements(annotations.get(0))
                ? Optional.of(header.script(source.location()))
                : Optional.empty();
    }

    /**
     * Returns the position behind the opening parenthesis of each {@code @RevisionHeader(}, with or without its
     * package.
     */
    private List<Integer> annotations() {
        return IntStream.range(1, tokens.size() - 1)
                .filter(at -> tokens.get(at).equals(ANNOTATION))
                .filter(at -> tokens.get(at + 1).equals("("))
                .filter(at -> List.of("@", ".").contains(tokens.get(at - 1)))
                .mapToObj(at -> at + 2)
                .toList();
    }

    private boolean readElements(int begin) {
        int at = begin;
        while (at + 2 < tokens.size() && !tokens.get(at).equals(")")) {
            List<String> values = new ArrayList<>();
            int end = readValue(at + 2, values);
            if (end < 0) {
                return false;
            }
            elements.put(tokens.get(at), values);
            at = tokens.get(end).equals(",") ? end + 1 : end;
        }
        return elements.containsKey("id");
    }

    /**
     * Reads the literals of a value; returns the position of the token behind it, or -1 if the value does not consist
     * of literals.
     */
    private int readValue(int begin, List<String> values) {
        boolean list = LIST_BEGIN.contains(tokens.get(begin));
        int at = list ? begin + 1 : begin;
        while (at < tokens.size() && (list || values.isEmpty())) {
            String token = tokens.get(at++);
            if (list && LIST_END.contains(token)) {
                break;
            }
            if (isLiteral(token)) {
                values.add(text(token));
            } else if (!list || !token.equals(",")) {
                return -1;
            }
        }
        return at < tokens.size() && List.of(",", ")").contains(tokens.get(at)) ? at : -1;
    }

    private static boolean isLiteral(String token) {
        return token.startsWith("\"") || token.equals("true") || token.equals("false");
    }

    private static String text(String token) {
        if (token.startsWith("\"\"\"")) {
            String body = token.substring(token.indexOf('\n') + 1, token.length() - 3);
            return body.stripIndent().translateEscapes();
        }
        return token.startsWith("\"") ? token.substring(1, token.length() - 1).translateEscapes() : token;
    }

    private ScriptFile script(String location) {
        String message = elements.getOrDefault("message", List.of()).stream()
                .flatMap(String::lines)
                .map(line -> "-- " + line + "\n")
                .collect(joining());
        String keys = KEYS.entrySet().stream()
                .filter(key -> elements.containsKey(key.getKey()))
                .map(key ->
                        "-- " + key.getValue().words() + ": " + String.join(", ", elements.get(key.getKey())) + "\n")
                .sorted()
                .collect(joining());
        return new ScriptFile(location, message + "--\n" + keys + "\n-- @upgrade\n\n-- @downgrade\n");
    }
}
