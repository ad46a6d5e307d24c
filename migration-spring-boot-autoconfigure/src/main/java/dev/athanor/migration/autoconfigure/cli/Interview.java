package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.Choices;
import dev.athanor.migration.autogenerate.OpenDecision;
import dev.athanor.migration.diff.RenameSuggestion;
import dev.athanor.migration.schema.SchemaObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Asks about each candidate for a renaming and each column that becomes required, and generates with the answers. */
final class Interview {

    private final Questions questions;
    private final Output output;
    private final Set<SchemaObject> asked = new HashSet<>();

    Interview(Questions questions, Output output) {
        this.questions = questions;
        this.output = output;
    }

    /** Generates again while there are new answers. */
    Autogeneration generate(Choices given, Function<Choices, Autogeneration> generation) {
        Choices choices = given;
        while (true) {
            Autogeneration generated = generation.apply(choices);
            Choices renamed = renames(generated, choices);
            Choices answered = renamed.equals(choices) ? values(generated, choices) : renamed;
            if (answered.equals(choices)) {
                return generated;
            }
            choices = answered;
        }
    }

    private Choices renames(Autogeneration generated, Choices choices) {
        Choices answered = choices;
        for (RenameSuggestion suggestion : generated.report().diff().suggestions()) {
            if (asked.add(suggestion.added())
                    && questions.confirm(
                            "Is " + suggestion.added() + " a new name for " + suggestion.dropped() + "?")) {
                answered = answered.withRename(suggestion.option());
            }
        }
        return answered;
    }

    private Choices values(Autogeneration generated, Choices choices) {
        Choices answered = choices;
        for (OpenDecision decision : generated.decisions()) {
            if (decision.takesValue() && asked.add(value(decision))) {
                output.say(decision.problem());
                Optional<String> value =
                        questions.ask("Which value do these rows get, in SQL? Leave it empty to decide later:");
                answered = value.isPresent() ? answered.withValue(decision.column(), value.get()) : answered;
            }
        }
        return answered;
    }

    /** Returns the column to ask about: a column that is not a rename is asked about a second time, for its value. */
    private static SchemaObject value(OpenDecision decision) {
        return new SchemaObject(
                decision.object().kind(),
                decision.object().name(),
                decision.object().part() + "=");
    }
}
