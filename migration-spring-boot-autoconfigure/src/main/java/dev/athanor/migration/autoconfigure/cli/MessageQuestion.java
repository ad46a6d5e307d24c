package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the message of a revision that was given none.
 *
 * @param terminal reads a line that the user types; empty if there is no terminal
 */
record MessageQuestion(PrintStream err, Optional<Supplier<@Nullable String>> terminal) {

    static MessageQuestion on(PrintStream err) {
        return new MessageQuestion(err, Terminal.console().map(console -> console::readLine));
    }

    String ask() {
        return terminal.flatMap(this::ask)
                .orElseThrow(() -> new MigrationException(
                        "The new revision has no message.",
                        "Say what it does: `migration revision -m \"add writing styles\"`."));
    }

    private Optional<String> ask(Supplier<@Nullable String> reader) {
        err.print("What does the revision do? ");
        err.flush();
        String typed = reader.get();
        return Optional.ofNullable(typed).map(String::strip).filter(message -> !message.isEmpty());
    }
}
