package dev.athanor.migration.directive;

import dev.athanor.migration.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Says how something counts; what is not said is as PostgreSQL has it.
 *
 * @param <B> itself
 * @since 0.1.0
 */
public abstract sealed class CountingBuilder<B extends CountingBuilder<B>> permits IdentityBuilder, SequenceBuilder {

    private String type;
    private long increment = 1;
    private long cache = 1;
    private boolean cycle;
    private @Nullable Long start;
    private @Nullable Long min;
    private @Nullable Long max;

    CountingBuilder(String type) {
        this.type = integerType(type);
    }

    abstract B self();

    /** Sets {@code AS}: `smallint`, `integer` or `bigint`. */
    public B as(String integer) {
        type = integerType(integer);
        return self();
    }

    /** Sets {@code START WITH}. */
    public B start(long first) {
        start = first;
        return self();
    }

    /** Sets {@code INCREMENT BY}. */
    public B increment(long step) {
        increment = step;
        return self();
    }

    /** Sets {@code MINVALUE}. */
    public B min(long smallest) {
        min = smallest;
        return self();
    }

    /** Sets {@code MAXVALUE}. */
    public B max(long largest) {
        max = largest;
        return self();
    }

    /** Sets {@code CACHE}. */
    public B cache(long numbers) {
        cache = numbers;
        return self();
    }

    /** Sets {@code CYCLE}. */
    public B cycle() {
        cycle = true;
        return self();
    }

    SequenceOptions options() {
        boolean up = increment > 0;
        long largest = SequenceOptions.maximum(type);
        long from = min != null ? min : up ? 1 : -largest - 1;
        long to = max != null ? max : up ? largest : -1;
        return new SequenceOptions(type, start != null ? start : up ? from : to, increment, from, to, cache, cycle);
    }

    private static String integerType(String type) {
        return switch (type) {
            case "smallint", "int2", "smallserial" -> "smallint";
            case "integer", "int", "int4", "serial" -> "integer";
            default -> "bigint";
        };
    }
}
