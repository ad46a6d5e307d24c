package dev.athanor.migration.autoconfigure.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a hint where the first argument of an application is a migration command without the word before it. */
final class ForgottenWord {

    private static final Logger log = LoggerFactory.getLogger(ForgottenWord.class);

    /**
     * Lists the commands that are recognized. The application may have its own commands, so a word such as
     * {@code help} is not enough.
     */
    static final Set<String> COMMANDS = Set.of(
            "current",
            "history",
            "heads",
            "branches",
            "show",
            "status",
            "upgrade",
            "lint",
            "import",
            "downgrade",
            "stamp",
            "ensure-version",
            "revision",
            "merge",
            "check",
            "drift",
            "verify",
            "validate",
            "repair",
            "reset");

    private ForgottenWord() {}

    static void hint(String... arguments) {
        Optional<String> first = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .filter(COMMANDS::contains);
        first.ifPresent(word -> log.warn(
                "The application starts, and '{}' is one of its arguments. If you mean the migration command, write the"
                        + " word migration before it: `java -jar app.jar {} {}`.",
                word,
                CommandArguments.COMMAND,
                word));
    }
}
