package dev.athanor.migration.schema;

/**
 * How a sequence counts.
 *
 * @param type `smallint`, `integer` or `bigint`
 * @param cache how many numbers a session takes at once
 * @param cycle whether it begins anew at its end
 * @since 0.1.0
 */
public record SequenceOptions(
        String type, long start, long increment, long minValue, long maxValue, long cache, boolean cycle) {

    /** From 1 in steps of 1, to the type's end. */
    public static SequenceOptions of(String type) {
        return new SequenceOptions(type, 1, 1, 1, maximum(type), 1, false);
    }

    /** The largest number of an integer type. */
    public static long maximum(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
