package dev.athanor.migration.autoconfigure.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Asks the user at the terminal, if there is one. */
final class Terminal {

    private Terminal() {}

    /** Returns the answer to a question; empty where nobody can be asked. */
    static Optional<String> ask(String question) {
        Console console = System.console();
        return console == null || !isTerminal(console)
                ? Optional.empty()
                : Optional.ofNullable(console.readLine("%s", question));
    }

    /**
     * Returns whether a console is a terminal. Since Java 22 there is a console without a terminal, and a method that
     * tells.
     */
    static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
