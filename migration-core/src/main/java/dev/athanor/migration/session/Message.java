package dev.athanor.migration.session;

import dev.athanor.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects statements that are sent to the server together, as one simple-protocol query.
 *
 * <p>The server parses the whole text first and then executes the statements one by one. After the first statement that
 * fails, the server stops.
 *
 * @since 0.1.0
 */
public final class Message {

    private static final String SEPARATOR = ";\n";

    /**
     * Represents one statement of a message.
     *
     * @param statement the statement of the script, or {@code null} for a statement of the engine
     * @param number the place of the script's statement in its section, from 1, or 0 for a statement of the engine
     */
    public record Part(String sql, @Nullable Statement statement, int number) {

        /** Returns a part for a statement of the engine. */
        public static Part ours(String sql) {
            return new Part(sql, null, 0);
        }

        /** Returns a part for a statement of a script, given the place of the statement in its section. */
        public static Part of(Statement statement, int number) {
            return new Part(statement.sql(), statement, number);
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private int length;

    /** Creates an empty message. */
    public Message() {}

    /** Adds a statement. */
    public Message add(Part part) {
        parts.add(part);
        length += part.sql().length() + SEPARATOR.length();
        return this;
    }

    /** Adds statements of the engine. */
    public Message addOurs(String... statements) {
        return addOurs(List.of(statements));
    }

    /** Adds statements of the engine. */
    public Message addOurs(List<String> statements) {
        statements.forEach(sql -> add(Part.ours(sql)));
        return this;
    }

    /** Returns the length of the text in characters. */
    public int length() {
        return length;
    }

    /** Returns the statements in order. */
    public List<Part> parts() {
        return parts;
    }

    String text() {
        return parts.stream().map(Part::sql).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * Locates a position in the text, as the server counts it: the index of the part, and the position in that part.
     */
    record Place(int index, int position) {}

    /**
     * Returns the part and the position in it.
     *
     * @param position the position in the whole text, in characters, from 1
     */
    Place placeOf(int position) {
        int begin = 0;
        for (int index = 0; index < parts.size(); index++) {
            String sql = parts.get(index).sql();
            int characters = sql.codePointCount(0, sql.length());
            if (position <= begin + characters + SEPARATOR.length() || index == parts.size() - 1) {
                return new Place(index, position - begin);
            }
            begin += characters + SEPARATOR.length();
        }
        throw new IllegalStateException("A message without statements");
    }
}
