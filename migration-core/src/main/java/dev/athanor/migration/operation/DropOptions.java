package dev.athanor.migration.operation;

/**
 * How something is dropped.
 *
 * @param existence what happens where it is not there
 * @param cascade whether what depends on it is dropped as well
 * @since 0.1.0
 */
public record DropOptions(Existence existence, boolean cascade) {

    /** It must be there, and nothing may depend on it. */
    public static final DropOptions PLAIN = new DropOptions(Existence.EXPECTED, false);

    /** {@code IF EXISTS}. */
    public static final DropOptions IF_EXISTS = new DropOptions(Existence.IF_NEEDED, false);

    /** {@code CASCADE}. */
    public static final DropOptions CASCADE = new DropOptions(Existence.EXPECTED, true);

    /** {@code IF EXISTS … CASCADE}. */
    public static final DropOptions IF_EXISTS_CASCADE = new DropOptions(Existence.IF_NEEDED, true);

    /** What undoes a creation: it passes over what the creation may have passed over. */
    static DropOptions after(Existence creation) {
        return creation == Existence.EXPECTED ? PLAIN : IF_EXISTS;
    }
}
