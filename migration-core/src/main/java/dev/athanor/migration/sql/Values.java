package dev.athanor.migration.sql;

import dev.athanor.migration.operation.SqlValue;
import dev.athanor.migration.operation.SqlValue.Array;
import dev.athanor.migration.operation.SqlValue.Bool;
import dev.athanor.migration.operation.SqlValue.Bytes;
import dev.athanor.migration.operation.SqlValue.Expression;
import dev.athanor.migration.operation.SqlValue.Numeric;
import dev.athanor.migration.operation.SqlValue.Temporal;
import dev.athanor.migration.operation.SqlValue.Text;
import dev.athanor.migration.operation.SqlValue.Uuid;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values in SQL. */
final class Values {

    private Values() {}

    /** Where a column gives the type. */
    static String plain(SqlValue value) {
        if (value instanceof Expression expression) {
            return expression.sql();
        }
        if (value instanceof Bool || value instanceof Numeric) {
            return text(value);
        }
        return new Literal(text(value)).quoted();
    }

    /** Where nothing else gives the type. */
    static String typed(SqlValue value) {
        if (value instanceof Temporal temporal) {
            return temporal.type().toUpperCase(Locale.ROOT) + " " + plain(value);
        }
        if (value instanceof Uuid) {
            return "UUID " + plain(value);
        }
        return value instanceof Bytes ? "BYTEA " + plain(value) : plain(value);
    }

    private static String text(SqlValue value) {
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof Numeric numeric) {
            return numeric.digits();
        }
        if (value instanceof Bool truth) {
            return String.valueOf(truth.value());
        }
        if (value instanceof Uuid uuid) {
            return uuid.uuid().toString();
        }
        return value instanceof Temporal temporal ? temporal.text() : bytesOrArray(value);
    }

    private static String bytesOrArray(SqlValue value) {
        if (value instanceof Bytes bytes) {
            return "\\x" + bytes.hex();
        }
        return ((Array) value).elements().stream().map(Values::element).collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(SqlValue value) {
        if (value.equals(SqlValue.NULL)) {
            return "NULL";
        }
        String text = text(value);
        boolean asItIs = value instanceof Array || value instanceof Bool || value instanceof Numeric;
        return asItIs ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
