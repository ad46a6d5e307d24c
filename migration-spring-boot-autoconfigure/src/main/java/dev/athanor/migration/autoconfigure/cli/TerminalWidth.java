package dev.athanor.migration.autoconfigure.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** How many characters a line of the terminal takes. */
final class TerminalWidth {

    /** Where the output goes elsewhere, so that it is the same on every machine. */
    private static final int NO_TERMINAL = 120;

    private TerminalWidth() {}

    /** {@code COLUMNS} where it is set, else what the terminal says. */
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
