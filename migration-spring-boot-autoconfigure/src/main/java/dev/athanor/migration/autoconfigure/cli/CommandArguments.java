package dev.athanor.migration.autoconfigure.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of an application's arguments is a migration command, and what is Spring's. */
final class CommandArguments {

    static final String COMMAND = "migration";

    private static final Set<String> SWITCHES = Set.of("--debug", "--trace");

    private CommandArguments() {}

    /** The arguments after {@code migration}, where that is the first argument that is no option. */
    static Optional<List<String>> of(String... arguments) {
        for (int index = 0; index < arguments.length; index++) {
            if (!arguments[index].startsWith("-")) {
                return arguments[index].equals(COMMAND)
                        ? Optional.of(ofCommand(Arrays.asList(arguments).subList(index + 1, arguments.length)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<String> ofCommand(List<String> arguments) {
        return arguments.stream().filter(argument -> !isProperty(argument)).toList();
    }

    /** {@code --spring.datasource.url=…}: no option of a command has a dot in its name. Switches of Spring Boot's, too. */
    private static boolean isProperty(String argument) {
        int end = argument.indexOf('=');
        String name = end < 0 ? argument : argument.substring(0, end);
        return name.startsWith("--") && (name.contains(".") || SWITCHES.contains(name));
    }
}
