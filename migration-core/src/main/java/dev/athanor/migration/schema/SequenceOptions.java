package dev.athanor.migration.schema;

/**
 * Describes how a sequence counts.
 *
 * @param type `smallint`, `integer` or `bigint`
 * @param cache how many numbers a session reserves at once
 * @param cycle whether it starts again at its end
 * @since 0.1.0
 */
public record SequenceOptions(
        String type, long start, long increment, long minValue, long maxValue, long cache, boolean cycle) {

    /** Creates options that count from 1 in steps of 1, up to the end of the type. */
    public static SequenceOptions of(String type) {
        return new SequenceOptions(type, 1, 1, 1, maximum(type), 1, false);
    }

    /** Returns the largest number of an integer type. */
    public static long maximum(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
