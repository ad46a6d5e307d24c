package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.drawing.SvgLanes.Shape;
import java.util.Locale;

/** Describes what is most important about a revision. */
enum RowState {
    APPLIED(Shape.DOT),
    CURRENT(Shape.RING),
    PENDING(Shape.HOLLOW),
    RUNNING(Shape.TARGET),
    FAILED(Shape.CROSS),
    /** Marks a revision that a newer release has applied and that this build does not have. */
    NEWER(Shape.DIAMOND);

    private final Shape shape;

    RowState(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
