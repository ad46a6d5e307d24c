package dev.athanor.migration.session;

import dev.athanor.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that travel to the server together, in one simple-protocol query.
 *
 * <p>The server reads the whole text first and then carries the statements out one by one; after the first that fails it
 * goes no further.
 *
 * @since 0.1.0
 */
public final class Message {

    private static final String SEPARATOR = ";\n";

    /**
     * One statement of it.
     *
     * @param statement the script's, where it is not one of ours
     * @param number the script's statement's place in its section, from 1; 0 for one of ours
     */
    public record Part(String sql, @Nullable Statement statement, int number) {

        /** Returns a statement of ours. */
        public static Part ours(String sql) {
            return new Part(sql, null, 0);
        }

        /** Returns a statement of a script, which is at this place of its section. */
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

    /** Adds statements of ours. */
    public Message addOurs(String... statements) {
        return addOurs(List.of(statements));
    }

    /** Adds statements of ours. */
    public Message addOurs(List<String> statements) {
        statements.forEach(sql -> add(Part.ours(sql)));
        return this;
    }

    /** Returns how long its text is, in characters. */
    public int length() {
        return length;
    }

    /** Returns the statements, in their order. */
    public List<Part> parts() {
        return parts;
    }

    String text() {
        return parts.stream().map(Part::sql).collect(Collectors.joining(SEPARATOR));
    }

    /** Where in a text a part is, as the server counts. */
    record Place(int index, int position) {}

    /**
     * @param position counted in the whole text, in characters, from 1
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
