package dev.athanor.benchmarks.report;

import java.time.LocalDate;

/** What the numbers were measured on. */
public final class Machine {

    private Machine() {}

    /** JDK, processors and day. */
    public static String describe() {
        return "JDK " + Runtime.version().feature() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + ", "
                + LocalDate.now();
    }
}
