package dev.athanor.migration.rendering;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.ColumnValue.Identity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formats the definition of a column. */
final class ColumnText {

    private ColumnText() {}

    static String of(Column column) {
        boolean notNull = !column.nullable() && !(column.value() instanceof Identity);
        return withoutNullability(column) + (notNull ? " NOT NULL" : "") + value(column.value());
    }

    /** Formats a column of a primary key, which makes it not null anyway. */
    static String ofKey(Column column) {
        return withoutNullability(column) + value(column.value());
    }

    /** Formats what a partition has of its own on a column of its parent; nothing if that is only a comment. */
    static Optional<String> ofPartition(Column column) {
        String own = (column.nullable() ? "" : " NOT NULL") + value(column.value());
        return own.isEmpty() ? Optional.empty() : Optional.of(Names.of(column.name()) + " WITH OPTIONS" + own);
    }

    private static String withoutNullability(Column column) {
        return Names.of(column.name()) + " " + column.type() + collate(column.collation());
    }

    static String collate(@Nullable String collation) {
        return collation == null ? "" : " COLLATE " + collation;
    }

    private static String value(ColumnValue value) {
        return value.accept(new ValueText());
    }

    private static final class ValueText implements ColumnValue.Visitor<String> {

        @Override
        public String none(ColumnValue.None value) {
            return "";
        }

        @Override
        public String defaultExpression(Default value) {
            return " DEFAULT " + value.expression();
        }

        @Override
        public String identity(Identity value) {
            return " " + ColumnText.identity(value);
        }

        @Override
        public String generated(Generated value) {
            return " GENERATED ALWAYS AS (" + value.expression() + ") " + (value.stored() ? "STORED" : "VIRTUAL");
        }
    }

    /** Formats an identity: {@code GENERATED ALWAYS AS IDENTITY (START WITH 100)}. */
    static String identity(Identity identity) {
        String options = SequenceText.options(identity.options());
        return "GENERATED " + when(identity) + " AS IDENTITY" + (options.isEmpty() ? "" : " (" + options.strip() + ")");
    }

    static String when(Identity identity) {
        return identity.always() ? "ALWAYS" : "BY DEFAULT";
    }
}
