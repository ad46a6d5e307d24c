package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autogenerate.Choices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Holds the options of {@code revision --autogenerate} about the differences. */
final class AutogenerateOptions {

    @Option(
            names = "--autogenerate",
            description = "Fill it with what the database lacks of the schema that the application wants, upgrade and"
                    + " downgrade, proven on the database before a file is written. Nothing is written where nothing"
                    + " differs. Exit with 3 if something is left to decide.")
    private boolean autogenerate;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "With --autogenerate: a table, column (users.name=full_name), enum value, index or sequence"
                    + " that only gets another name. May be repeated.")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--default",
            paramLabel = "COLUMN=SQL",
            description = "With --autogenerate: an expression for the rows of a column that becomes required"
                    + " (users.mail=''). May be repeated.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--draft",
            description = "With --autogenerate: write what is left to decide as a script of its own, which no upgrade"
                    + " runs while it is marked as a draft.")
    private boolean draft;

    boolean autogenerate() {
        return autogenerate;
    }

    boolean draft() {
        return draft;
    }

    Choices choices() {
        return new Choices(renames, values);
    }

    /**
     * Refuses options that have no effect together.
     *
     * @param java whether the revision is written in Java
     */
    void check(CommandSpec spec, boolean java) {
        if (!autogenerate && (draft || !renames.isEmpty() || !values.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--rename, --default and --draft need --autogenerate.");
        }
        if (java && draft) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A draft is a script in SQL: leave out --java, or leave out --draft to get a comment.");
        }
    }
}
