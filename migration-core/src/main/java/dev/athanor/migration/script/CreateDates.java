package dev.athanor.migration.script;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** ISO 8601, and Alembic's form of it with a blank; without an offset it is UTC. */
final class CreateDates {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private CreateDates() {}

    static Optional<OffsetDateTime> parse(String value) {
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
