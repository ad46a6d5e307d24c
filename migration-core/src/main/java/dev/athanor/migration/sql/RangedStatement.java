package dev.athanor.migration.sql;

import dev.athanor.migration.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement with the places where a condition on a key restricts it to a part of a table.
 *
 * @param sql the statement
 * @param walked the table that it changes, and is restricted by; null where the writer has placed the condition
 * @param places where the condition goes
 * @param tail what follows the statement
 * @param assigned the columns that it sets, as the catalogs spell them
 * @since 0.1.0
 */
public record RangedStatement(
        String sql, @Nullable Walked walked, List<Place> places, String tail, List<String> assigned) {

    /**
     * The table of an {@code UPDATE} or {@code DELETE}.
     *
     * @param table its name
     * @param reference what the statement calls it, as SQL
     */
    public record Walked(QualifiedName table, String reference) {}

    /**
     * What the condition replaces.
     *
     * @param start where in the statement
     * @param end where it ends, exclusive
     * @param before what comes between the statement and the condition
     * @param after what comes between the condition and the rest of the statement
     */
    public record Place(int start, int end, String before, String after) {}

    public RangedStatement {
        places = List.copyOf(places);
        assigned = List.copyOf(assigned);
    }

    /**
     * Finds the places.
     *
     * @throws SqlSyntaxException where it is no {@code UPDATE}, {@code DELETE} or {@code INSERT} that can be restricted
     */
    public static RangedStatement of(String sql) {
        return new RangedStatementParser(sql).parse();
    }

    /** What the key is called in it: qualified where something else may have a column of that name. */
    public String key(String column, @Nullable String alias) {
        String name = new Identifier(column).quotedIfNeeded();
        if (walked != null) {
            return walked.reference() + "." + name;
        }
        return alias == null ? name : new Identifier(alias).quotedIfNeeded() + "." + name;
    }

    /** The statement for a part of the table. */
    public RestrictedStatement where(String condition) {
        return RestrictedStatement.of(this, condition);
    }
}
