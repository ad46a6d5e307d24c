package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Represents a value in a statement.
 *
 * @since 0.1.0
 */
public sealed interface SqlValue {

    /** Returns the visitor's answer for this kind of value. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of value: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link Expression}. */
        R expression(Expression value);

        /** Answers for {@link Bool}. */
        R bool(Bool value);

        /** Answers for {@link Numeric}. */
        R numeric(Numeric value);

        /** Answers for {@link Text}. */
        R text(Text value);

        /** Answers for {@link Uuid}. */
        R uuid(Uuid value);

        /** Answers for {@link Temporal}. */
        R temporal(Temporal value);

        /** Answers for {@link Bytes}. */
        R bytes(Bytes value);

        /** Answers for {@link Array}. */
        R array(Array value);
    }

    /** Represents {@code NULL}. */
    SqlValue NULL = new Expression("NULL");

    /** Represents {@code DEFAULT} in an insert. */
    SqlValue DEFAULT = new Expression("DEFAULT");

    /** Represents any SQL expression. */
    record Expression(String sql) implements SqlValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expression(this);
        }
    }

    /** Represents a truth value. */
    record Bool(boolean value) implements SqlValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** Represents a number by its digits. */
    record Numeric(String digits) implements SqlValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numeric(this);
        }
    }

    /** Represents a string, or the name of an enum's value. */
    record Text(String text) implements SqlValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** Represents a UUID. */
    record Uuid(UUID uuid) implements SqlValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.uuid(this);
        }
    }

    /**
     * Represents a date, a time or an interval.
     *
     * @param type `date`, `time`, `timetz`, `timestamp`, `timestamptz` or `interval`
     * @param text in ISO 8601
     */
    record Temporal(String type, String text) implements SqlValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.temporal(this);
        }
    }

    /** Represents bytes by their hexadecimal digits. */
    record Bytes(String hex) implements SqlValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bytes(this);
        }
    }

    /** Represents an array. */
    record Array(List<SqlValue> elements) implements SqlValue {

        public Array {
            elements = List.copyOf(elements);
            for (SqlValue element : elements) {
                if (element instanceof Expression && !element.equals(NULL)) {
                    throw new MigrationException(
                            "An array of values cannot hold an expression.",
                            "Give the whole array in SQL: SqlValue.expression(\"ARRAY[…]\").");
                }
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /** Creates a value from any SQL expression, for example {@code now()}. */
    static SqlValue expression(String sql) {
        return new Expression(sql);
    }

    /**
     * Creates a value from a Java value: null, a boolean, a number, a string, an enum (its name), a UUID, a value of
     * {@code java.time}, bytes, a list of those, or a {@link SqlValue}.
     *
     * @throws MigrationException for any other value
     */
    static SqlValue of(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof SqlValue ready) {
            return ready;
        }
        if (value instanceof Enum<?> constant) {
            return new Text(constant.name());
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof TemporalAccessor || value instanceof TemporalAmount) {
            return Temporals.of(value);
        }
        return other(value);
    }

    private static SqlValue other(Object value) {
        if (value instanceof String text) {
            return new Text(text);
        }
        if (value instanceof Boolean truth) {
            return new Bool(truth);
        }
        if (value instanceof Character character) {
            return new Text(character.toString());
        }
        if (value instanceof UUID uuid) {
            return new Uuid(uuid);
        }
        return many(value);
    }

    private static SqlValue many(Object value) {
        if (value instanceof byte[] bytes) {
            return new Bytes(HexFormat.of().formatHex(bytes));
        }
        if (value instanceof Iterable<?> elements) {
            List<SqlValue> values = new ArrayList<>();
            elements.forEach(element -> values.add(of(element)));
            return new Array(values);
        }
        throw unknown(value);
    }

    private static SqlValue number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return new Numeric(decimal.toPlainString());
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value)
                    ? new Numeric(new BigDecimal(number.toString()).toPlainString())
                    : new Text(number.toString());
        }
        if (number instanceof BigInteger
                || number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            return new Numeric(number.toString());
        }
        throw unknown(number);
    }

    /** Creates a value from each element. */
    static List<SqlValue> listOf(@Nullable Object... values) {
        List<SqlValue> all = new ArrayList<>();
        for (@Nullable Object value : values) {
            all.add(of(value));
        }
        return all;
    }

    private static MigrationException unknown(Object value) {
        return new MigrationException(
                "A value of " + value.getClass().getName() + " cannot be written in SQL.",
                "Give a string, a number, a boolean, a UUID, a java.time value, bytes or a list of those, or its SQL: "
                        + "SqlValue.expression(\"…\").");
    }
}
