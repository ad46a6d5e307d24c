package dev.athanor.migration.operation;

/**
 * Describes how an object is dropped.
 *
 * @param existence what happens if the object does not exist
 * @param cascade whether dependent objects are dropped as well
 * @since 0.1.0
 */
public record DropOptions(Existence existence, boolean cascade) {

    /** Requires that the object exists and that nothing depends on it. */
    public static final DropOptions PLAIN = new DropOptions(Existence.EXPECTED, false);

    /** Adds {@code IF EXISTS}. */
    public static final DropOptions IF_EXISTS = new DropOptions(Existence.IF_NEEDED, false);

    /** Adds {@code CASCADE}. */
    public static final DropOptions CASCADE = new DropOptions(Existence.EXPECTED, true);

    /** Adds {@code IF EXISTS … CASCADE}. */
    public static final DropOptions IF_EXISTS_CASCADE = new DropOptions(Existence.IF_NEEDED, true);

    /** Returns the options that undo a creation: they skip what the creation may have skipped. */
    static DropOptions after(Existence creation) {
        return creation == Existence.EXPECTED ? PLAIN : IF_EXISTS;
    }
}
