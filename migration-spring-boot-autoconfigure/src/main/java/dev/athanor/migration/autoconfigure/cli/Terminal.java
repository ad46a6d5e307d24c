package dev.athanor.migration.autoconfigure.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Asks the user at the terminal, if there is one. */
final class Terminal {

    private Terminal() {}

    /** Returns the answer to a question; empty where nobody can be asked. */
    static Optional<String> ask(String question) {
        return console().map(console -> console.readLine("%s", question));
    }

    /** Returns the console of a terminal; empty where standard input or output is something else. */
    static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /**
     * Returns whether a console is a terminal. Since Java 22 there is a console without a terminal, and a method that
     * tells.
     */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
