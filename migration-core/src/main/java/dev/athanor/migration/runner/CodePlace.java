package dev.athanor.migration.runner;

import java.util.stream.Stream;

/**
 * Finds the lines of a revision's class in stack traces.
 *
 * @since 0.1.0
 */
public final class CodePlace {

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final int UNKNOWN = 1;

    private final String type;

    CodePlace(Class<?> type) {
        this.type = type.getName();
    }

    /** Returns the line that is being executed. */
    public int now() {
        return WALKER.walk(frames -> line(frames.map(StackWalker.StackFrame::toStackTraceElement)));
    }

    /** Returns the line at which the exception was thrown. */
    int of(Throwable thrown) {
        return line(Stream.of(thrown.getStackTrace()));
    }

    /** Returns the line of the first frame of the class itself or of a class nested in it. */
    private int line(Stream<StackTraceElement> frames) {
        return frames.filter(frame -> frame.getClassName().equals(type)
                        || frame.getClassName().startsWith(type + "$"))
                .map(StackTraceElement::getLineNumber)
                .filter(line -> line > 0)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
