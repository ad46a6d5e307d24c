package dev.athanor.migration.script;

import dev.athanor.migration.operation.SqlValue;
import dev.athanor.migration.operation.SqlValue.Array;
import dev.athanor.migration.operation.SqlValue.Bool;
import dev.athanor.migration.operation.SqlValue.Bytes;
import dev.athanor.migration.operation.SqlValue.Expression;
import dev.athanor.migration.operation.SqlValue.Numeric;
import dev.athanor.migration.operation.SqlValue.Temporal;
import dev.athanor.migration.operation.SqlValue.Text;
import dev.athanor.migration.operation.SqlValue.Uuid;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;

/** Values, in Java. */
final class JavaValues {

    private final JavaImports imports;

    JavaValues(JavaImports imports) {
        this.imports = imports;
    }

    String of(SqlValue value) {
        if (value instanceof Text text) {
            return JavaStrings.of(text.text());
        }
        if (value instanceof Numeric numeric) {
            return number(numeric.digits());
        }
        if (value instanceof Bool truth) {
            return String.valueOf(truth.value());
        }
        if (value instanceof Expression expression) {
            return expression(expression);
        }
        return value instanceof Array array ? array(array) : parsed(value);
    }

    private String number(String digits) {
        if (digits.matches("-?(0|[1-9]\\d{0,8})")) {
            return digits;
        }
        return digits.matches("-?[1-9]\\d{0,17}")
                ? digits + "L"
                : "new " + imports.type(BigDecimal.class) + "(" + JavaStrings.of(digits) + ")";
    }

    private String expression(Expression expression) {
        if (expression.equals(SqlValue.NULL)) {
            return imports.sqlValue() + ".NULL";
        }
        return expression.equals(SqlValue.DEFAULT)
                ? imports.sqlValue() + ".DEFAULT"
                : imports.sqlValue() + ".expression(" + JavaStrings.of(expression.sql()) + ")";
    }

    private String array(Array array) {
        return array.elements().stream().map(this::of).collect(Collectors.joining(", ", imports.list() + ".of(", ")"));
    }

    private String parsed(SqlValue value) {
        if (value instanceof Uuid uuid) {
            return imports.type(UUID.class) + ".fromString("
                    + JavaStrings.of(uuid.uuid().toString()) + ")";
        }
        if (value instanceof Bytes bytes) {
            return imports.type(HexFormat.class) + ".of().parseHex(" + JavaStrings.of(bytes.hex()) + ")";
        }
        Temporal temporal = (Temporal) value;
        return imports.type(type(temporal)) + ".parse(" + JavaStrings.of(temporal.text()) + ")";
    }

    private static Class<?> type(Temporal temporal) {
        return switch (temporal.type()) {
            case "date" -> LocalDate.class;
            case "time" -> LocalTime.class;
            case "timetz" -> OffsetTime.class;
            case "timestamp" -> LocalDateTime.class;
            case "timestamptz" -> temporal.text().endsWith("Z") ? Instant.class : OffsetDateTime.class;
            default -> temporal.text().contains("T") ? Duration.class : Period.class;
        };
    }
}
