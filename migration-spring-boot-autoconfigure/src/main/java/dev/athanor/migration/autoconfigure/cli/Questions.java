package dev.athanor.migration.autoconfigure.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks the user at a terminal. */
final class Questions {

    private static final List<String> YES = List.of("y", "yes");

    private final BufferedReader answers;
    private final Output output;

    Questions(BufferedReader answers, Output output) {
        this.answers = answers;
        this.output = output;
    }

    /** Returns the questions of a terminal, or empty if standard input or output is not a terminal. */
    static Optional<Questions> ofTerminal(Output output) {
        return Terminal.console().map(console -> new Questions(new BufferedReader(console.reader()), output));
    }

    /** Returns whether the answer is yes. */
    boolean confirm(String question) {
        return YES.contains(answer(question + " [y/N] ").toLowerCase(Locale.ROOT));
    }

    /** Returns the answer, or empty if the user gives none. */
    Optional<String> ask(String question) {
        return Optional.of(answer(question + " ")).filter(answer -> !answer.isEmpty());
    }

    private String answer(String question) {
        output.ask(question);
        try {
            String line = answers.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
