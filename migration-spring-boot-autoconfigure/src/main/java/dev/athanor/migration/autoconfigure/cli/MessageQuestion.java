package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the message of a revision that is given none.
 *
 * @param terminal reads a line that a person types; empty where nobody can
 */
record MessageQuestion(PrintStream err, Optional<Supplier<@Nullable String>> terminal) {

    static MessageQuestion on(PrintStream err) {
        Console console = System.console();
        return new MessageQuestion(
                err, console != null && isTerminal(console) ? Optional.of(console::readLine) : Optional.empty());
    }

    /** From Java 22, there is a console where no terminal is. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException unknown) {
            return false;
        }
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
