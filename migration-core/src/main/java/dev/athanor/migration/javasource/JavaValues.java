package dev.athanor.migration.javasource;

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

/** Writes values in Java. */
final class JavaValues implements SqlValue.Visitor<String> {

    private final JavaImports imports;

    JavaValues(JavaImports imports) {
        this.imports = imports;
    }

    String of(SqlValue value) {
        return value.accept(this);
    }

    @Override
    public String text(Text value) {
        return JavaStrings.of(value.text());
    }

    @Override
    public String bool(Bool value) {
        return String.valueOf(value.value());
    }

    @Override
    public String numeric(Numeric value) {
        String digits = value.digits();
        if (digits.matches("-?(0|[1-9]\\d{0,8})")) {
            return digits;
        }
        return digits.matches("-?[1-9]\\d{0,17}")
                ? digits + "L"
                : "new " + imports.type(BigDecimal.class) + "(" + JavaStrings.of(digits) + ")";
    }

    @Override
    public String expression(Expression expression) {
        if (expression.equals(SqlValue.NULL)) {
            return imports.sqlValue() + ".NULL";
        }
        return expression.equals(SqlValue.DEFAULT)
                ? imports.sqlValue() + ".DEFAULT"
                : imports.sqlValue() + ".expression(" + JavaStrings.of(expression.sql()) + ")";
    }

    @Override
    public String array(Array array) {
        return array.elements().stream().map(this::of).collect(Collectors.joining(", ", imports.list() + ".of(", ")"));
    }

    @Override
    public String uuid(Uuid value) {
        return imports.type(UUID.class) + ".fromString("
                + JavaStrings.of(value.uuid().toString()) + ")";
    }

    @Override
    public String bytes(Bytes value) {
        return imports.type(HexFormat.class) + ".of().parseHex(" + JavaStrings.of(value.hex()) + ")";
    }

    @Override
    public String temporal(Temporal value) {
        return imports.type(type(value)) + ".parse(" + JavaStrings.of(value.text()) + ")";
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
