package dev.athanor.migration.autoconfigure.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Reads how many characters fit on a line of the terminal. */
final class TerminalWidth {

    /** Defines the width if the output does not go to a terminal, so that it is the same on every machine. */
    private static final int NO_TERMINAL = 120;

    private TerminalWidth() {}

    /** Returns {@code COLUMNS} if it is set, or the width that the terminal reports. */
    static int columns() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9]\\d{0,4}")) {
            return Integer.parseInt(columns);
        }
        return Ansi.AUTO.enabled()
                ? CommandSpec.create().usageMessage().autoWidth(true).width()
                : NO_TERMINAL;
    }
}
