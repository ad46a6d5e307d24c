package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.SqlValue;
import dev.athanor.migration.operation.SqlValue.Array;
import dev.athanor.migration.operation.SqlValue.Bool;
import dev.athanor.migration.operation.SqlValue.Bytes;
import dev.athanor.migration.operation.SqlValue.Expression;
import dev.athanor.migration.operation.SqlValue.Numeric;
import dev.athanor.migration.operation.SqlValue.Temporal;
import dev.athanor.migration.operation.SqlValue.Uuid;
import dev.athanor.migration.sql.Literal;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats values in SQL. */
final class Values {

    private static final Text TEXT = new Text();

    private Values() {}

    /** Formats a value whose type a column determines. */
    static String plain(SqlValue value) {
        if (value instanceof Expression || value instanceof Bool || value instanceof Numeric) {
            return text(value);
        }
        return new Literal(text(value)).quoted();
    }

    /** Formats a value whose type nothing else determines. */
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
        return value.accept(TEXT);
    }

    /** Returns the unquoted text from which PostgreSQL reads a value. */
    private static final class Text implements SqlValue.Visitor<String> {

        @Override
        public String expression(Expression value) {
            return value.sql();
        }

        @Override
        public String bool(Bool value) {
            return String.valueOf(value.value());
        }

        @Override
        public String numeric(Numeric value) {
            return value.digits();
        }

        @Override
        public String text(SqlValue.Text value) {
            return value.text();
        }

        @Override
        public String uuid(Uuid value) {
            return value.uuid().toString();
        }

        @Override
        public String temporal(Temporal value) {
            return value.text();
        }

        @Override
        public String bytes(Bytes value) {
            return "\\x" + value.hex();
        }

        @Override
        public String array(Array value) {
            return value.elements().stream().map(Values::element).collect(Collectors.joining(",", "{", "}"));
        }
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
