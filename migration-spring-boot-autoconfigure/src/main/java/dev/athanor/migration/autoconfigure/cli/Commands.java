package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/** Parses and runs all commands with picocli. */
final class Commands {

    private final CommandScope scope;

    Commands(CommandScope scope) {
        this.scope = scope;
    }

    /** Gives the exit code. */
    static int run(CommandScope scope, Streams streams, List<String> arguments) {
        return new Commands(scope).commandLine(streams).execute(arguments.toArray(String[]::new));
    }

    CommandLine commandLine(Streams streams) {
        CommandLine line = new CommandLine(new MigrationCommand());
        List.of(
                        new CurrentCommand(scope),
                        new HistoryCommand(scope),
                        new HeadsCommand(scope),
                        new BranchesCommand(scope),
                        new ShowCommand(scope),
                        new StatusCommand(scope),
                        new UpgradeCommand(scope),
                        new DowngradeCommand(scope),
                        new StampCommand(scope),
                        new EnsureVersionCommand(scope),
                        new RevisionCommand(scope),
                        new MergeCommand(scope),
                        new CheckCommand(scope),
                        new DriftCommand(scope),
                        new VerifyCommand(scope),
                        new LintCommand(scope),
                        new ValidateCommand(scope),
                        new RepairCommand(scope),
                        new ResetCommand(scope))
                .forEach(line::addSubcommand);
        line.addSubcommand(ImportCommand.line(scope));
        line.addSubcommand(new HelpCommand());
        line.addSubcommand(new AutoComplete.GenerateCompletion());
        line.setOut(new PrintWriter(streams.out(), true));
        line.setErr(new PrintWriter(streams.err(), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAllowOptionsAsOptionParameters(false);
        line.setUnmatchedOptionsArePositionalParams(false);
        line.setExecutionExceptionHandler(this::failed);
        return line;
    }

    private int failed(Exception failure, CommandLine line, ParseResult parsed) {
        boolean stacktrace = line.getCommand() instanceof Command command && command.stacktrace();
        Optional<MigrationException> known = known(failure);
        if (known.isPresent()) {
            scope.output()
                    .say(scope.output().ansi().string("@|bold,red FAILED|@: ")
                            + known.get().problem() + "\n" + known.get().action());
        } else {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
            scope.output()
                    .say("FAILED: " + cause.getMessage() + "\n"
                            + "Unexpected error. Run the command again with --stacktrace for details.");
        }
        if (stacktrace) {
            failure.printStackTrace(scope.output().err());
        }
        return ExitCodes.FAILED;
    }

    /** Returns what a failure says to a user, also if it happened while a bean was created. */
    private static Optional<MigrationException> known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MigrationException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
