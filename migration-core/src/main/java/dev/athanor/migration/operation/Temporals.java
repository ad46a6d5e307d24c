package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Map;

/** Converts values of {@code java.time} to PostgreSQL's types. */
final class Temporals {

    private static final Map<Class<?>, String> TYPES = Map.of(
            LocalDate.class, "date",
            LocalTime.class, "time",
            OffsetTime.class, "timetz",
            LocalDateTime.class, "timestamp",
            Instant.class, "timestamptz",
            OffsetDateTime.class, "timestamptz",
            Duration.class, "interval",
            Period.class, "interval");

    private Temporals() {}

    static SqlValue of(Object value) {
        if (value instanceof ZonedDateTime zoned) {
            return of(zoned.toOffsetDateTime());
        }
        if (value instanceof Year year) {
            return new SqlValue.Numeric(year.toString());
        }
        String type = TYPES.get(value.getClass());
        if (type == null) {
            throw new MigrationException(
                    "A value of " + value.getClass().getName() + " cannot be written in SQL.",
                    "Give a local, offset or zoned date or time, an instant, a duration or a period.");
        }
        return new SqlValue.Temporal(type, value.toString());
    }
}
