package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.drawing.SvgLanes.Shape;
import java.util.Locale;

/** What is to be said of a revision at once. */
enum RowState {
    APPLIED(Shape.DOT),
    CURRENT(Shape.RING),
    PENDING(Shape.HOLLOW),
    RUNNING(Shape.TARGET),
    FAILED(Shape.CROSS),
    /** Applied by a newer release; this build does not have it. */
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
