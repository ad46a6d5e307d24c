package dev.athanor.migration.batch;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.RangedStatement;
import java.time.Duration;

/**
 * Renders a statement in batches as a block that can be run anywhere: a loop that commits after each batch.
 *
 * <p>The block has no bookmark. If it is interrupted and run again, it begins with the first row.
 *
 * @since 0.1.0
 */
public final class BatchBlock {

    private static final String FROM = "athanor_from";
    private static final String UP_TO = "athanor_up_to";
    private static final String LAST = "athanor_last";

    private BatchBlock() {}

    /** Returns the block as one statement. */
    public static String of(Batch batch) {
        String table = BatchKey.sql(batch.table());
        String key = "athanor_walked." + new Identifier(batch.key()).quoted();
        String walked = " FROM " + table + " AS athanor_walked";
        String order = " ORDER BY " + key;
        String text = String.join(
                "\n",
                "#variable_conflict use_column",
                "DECLARE",
                "    " + FROM + " " + type(batch, table) + ";",
                "    " + UP_TO + " " + type(batch, table) + ";",
                "    " + LAST + " " + type(batch, table) + ";",
                "BEGIN",
                "    SELECT " + key + " INTO " + LAST + walked + order + " DESC LIMIT 1;",
                "    SELECT " + key + " INTO " + FROM + walked + order + " LIMIT 1;",
                "    WHILE " + FROM + " <= " + LAST + " LOOP",
                "        SELECT " + key + " INTO " + UP_TO + walked + " WHERE " + key + " >= " + FROM + " AND " + key
                        + " <= " + LAST + order + " OFFSET " + (batch.size() - 1) + " LIMIT 1;",
                "        " + UP_TO + " := coalesce(" + UP_TO + ", " + LAST + ");",
                statement(batch) + ";",
                "        COMMIT;" + pause(batch.pause()),
                "        SELECT " + key + " INTO " + FROM + walked + " WHERE " + key + " > " + UP_TO + order
                        + " LIMIT 1;",
                "    END LOOP;",
                "END");
        return "DO " + dollarQuoted(text);
    }

    private static String type(Batch batch, String table) {
        return table + "." + new Identifier(batch.key()).quoted() + "%TYPE";
    }

    private static String statement(Batch batch) {
        RangedStatement ranged = RangedStatement.of(batch.sql());
        String key = ranged.key(batch.key(), batch.alias());
        return ranged.where(key + " >= " + FROM + " AND " + key + " <= " + UP_TO)
                .sql();
    }

    private static String pause(Duration pause) {
        return pause.isZero() ? "" : " PERFORM pg_sleep(" + pause.toMillis() / 1e3 + ");";
    }

    /** Returns the text in dollar quotes with a tag that the text does not contain. */
    public static String dollarQuoted(String text) {
        String tag = "$athanor$";
        for (int number = 2; text.contains(tag); number++) {
            tag = "$athanor" + number + "$";
        }
        return tag + "\n" + text + "\n" + tag;
    }
}
