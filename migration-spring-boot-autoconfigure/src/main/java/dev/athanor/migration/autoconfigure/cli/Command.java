package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** Represents a command: one call of the facade, and the text about its result. */
abstract class Command implements Callable<Integer> {

    @Mixin
    private final CommandOptions options = new CommandOptions();

    private final CommandScope scope;

    Command(CommandScope scope) {
        this.scope = scope;
    }

    @Override
    public final Integer call() {
        scope.output().color(options.color);
        scope.choose(options.database);
        BuildAge.tell(scope);
        return run(scope.output());
    }

    /** Gives the exit code. */
    abstract int run(Output output);

    final Migrations migrations() {
        return scope.migrations(options.database);
    }

    /** Returns the migrations of each database that the options choose; never none. */
    final List<Migrations> databases() {
        return scope.databases(options.database);
    }

    final CommandScope scope() {
        return scope;
    }

    final boolean stacktrace() {
        return options.stacktrace;
    }
}
