package dev.athanor.migration.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A trigger.
 *
 * @param table the table or view it is on
 * @param definition the whole {@code CREATE TRIGGER} statement, as {@code pg_get_triggerdef} prints it
 * @param firing when it fires
 */
public record Trigger(
        String name,
        QualifiedName table,
        String definition,
        Firing firing,
        @Nullable String comment) implements Comparable<Trigger> {

    private static final Comparator<Trigger> ORDER =
            Comparator.comparing(Trigger::table).thenComparing(Trigger::name);

    /** {@code ALTER TABLE … ENABLE TRIGGER} and its like. */
    public enum Firing {
        ENABLE,
        DISABLE,
        ENABLE_REPLICA,
        ENABLE_ALWAYS
    }

    @Override
    public int compareTo(Trigger other) {
        return ORDER.compare(this, other);
    }
}
