package dev.athanor.migration.autoconfigure.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Separates the arguments of a migration command from the arguments that Spring handles. */
final class CommandArguments {

    static final String COMMAND = "migration";

    private static final Set<String> SWITCHES = Set.of("--debug", "--trace");

    private CommandArguments() {}

    /** Returns the arguments after {@code migration}, if that is the first argument that is not an option. */
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

    /**
     * Returns whether an argument sets a property, such as {@code --spring.datasource.url=…}: options of commands
     * have no dot in their names. Switches of Spring Boot count as well.
     */
    private static boolean isProperty(String argument) {
        int end = argument.indexOf('=');
        String name = end < 0 ? argument : argument.substring(0, end);
        return name.startsWith("--") && (name.contains(".") || SWITCHES.contains(name));
    }
}
