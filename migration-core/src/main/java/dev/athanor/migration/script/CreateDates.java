package dev.athanor.migration.script;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates in ISO 8601, and in Alembic's form with a blank instead of the {@code T}; dates without an offset are in
 * UTC.
 */
final class CreateDates {

    /** Describes the plain form, with a zero for each digit. */
    private static final String PLAIN = "0000-00-00T00:00:00Z";

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private CreateDates() {}

    static Optional<OffsetDateTime> parse(String value) {
        OffsetDateTime plain = plain(value);
        return plain == null ? parseAny(value) : Optional.of(plain);
    }

    /**
     * Parses the form that {@code migration revision} writes, {@code 2025-10-07T10:50:00Z}, at a hundredth of the cost
     * of the general parser.
     */
    private static @Nullable OffsetDateTime plain(String value) {
        if (value.length() != PLAIN.length()) {
            return null;
        }
        for (int at = 0; at < PLAIN.length(); at++) {
            char expected = PLAIN.charAt(at);
            boolean digit = value.charAt(at) >= '0' && value.charAt(at) <= '9';
            if (expected == '0' ? !digit : value.charAt(at) != expected) {
                return null;
            }
        }
        try {
            return OffsetDateTime.of(
                    number(value, 0, 4),
                    number(value, 5, 7),
                    number(value, 8, 10),
                    number(value, 11, 13),
                    number(value, 14, 16),
                    number(value, 17, 19),
                    0,
                    ZoneOffset.UTC);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value, from, to, 10);
    }

    private static Optional<OffsetDateTime> parseAny(String value) {
        try {
            return Optional.of(utcWithoutOffset(FORMAT.parseBest(
                    value.indexOf(' ') < 0
                            ? value
                            : value.replaceFirst("[ \\t]+(?=\\d)", "T").replace(" ", ""),
                    OffsetDateTime::from,
                    LocalDateTime::from)));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime utcWithoutOffset(TemporalAccessor parsed) {
        return parsed instanceof OffsetDateTime dateTime
                ? dateTime
                : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
    }
}
