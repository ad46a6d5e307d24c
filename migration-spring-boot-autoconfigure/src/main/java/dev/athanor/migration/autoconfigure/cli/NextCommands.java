package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.OpenDecision;
import dev.athanor.migration.diff.RenameSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints the commands to type for another revision than the generated one.
 *
 * @param arguments the arguments of the typed command, without its name
 */
record NextCommands(List<String> arguments) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");
    private static final Pattern QUOTABLE = Pattern.compile("[^\"$`\\\\!]*");

    NextCommands {
        arguments = List.copyOf(arguments);
    }

    /** Says what may only have got another name, and what is left to decide. */
    void print(Output output, Autogeneration generated) {
        for (RenameSuggestion suggestion : generated.report().diff().suggestions()) {
            output.say("Is " + suggestion.added() + " a new name for " + suggestion.dropped()
                    + "? Then delete the new files, and type:\n  " + with("--rename", suggestion.option()));
        }
        for (OpenDecision decision : generated.decisions()) {
            output.say(decision.text());
            if (decision.takesValue()) {
                output.say("For one value in all rows, delete the new files, and type it in place of NULL:\n  "
                        + with("--default", decision.column() + "=NULL"));
            }
        }
    }

    private String with(String option, String value) {
        List<String> words = new ArrayList<>(List.of("migration", "revision"));
        arguments.stream().map(NextCommands::quoted).forEach(words::add);
        words.add(option);
        words.add(quoted(value));
        return words.stream().collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return QUOTABLE.matcher(word).matches() ? "\"" + word + "\"" : "'" + word.replace("'", "'\\''") + "'";
    }
}
