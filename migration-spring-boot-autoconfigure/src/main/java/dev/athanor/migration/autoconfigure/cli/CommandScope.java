package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.JavaRevisions;
import dev.athanor.migration.autoconfigure.MigrationProperties;
import dev.athanor.migration.error.MigrationException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** What a command may use: the migrations, made when they are first asked for, and the two streams. */
final class CommandScope {

    private final Supplier<? extends ApplicationContext> context;
    private final Output output;

    CommandScope(Supplier<? extends ApplicationContext> context, Streams streams) {
        this.context = context;
        this.output = new Output(streams);
    }

    Output output() {
        return output;
    }

    MigrationProperties properties() {
        return context.get().getBean(MigrationProperties.class);
    }

    JavaRevisions javaRevisions() {
        return context.get().getBean(JavaRevisions.class);
    }

    /** With a dot at its end; empty where the application has none. */
    String applicationPackage() {
        return AutoConfigurationPackages.has(context.get())
                ? AutoConfigurationPackages.get(context.get()).get(0) + "."
                : "";
    }

    Environment environment() {
        return context.get().getEnvironment();
    }

    /** The only database's migrations, or those of the named one. */
    Migrations migrations(@Nullable String database) {
        List<Migrations> all =
                context.get().getBeanProvider(Migrations.class).orderedStream().toList();
        List<Migrations> chosen = all.stream()
                .filter(migrations -> database == null || migrations.name().equals(database))
                .toList();
        if (chosen.size() != 1) {
            throw ambiguous(all, database);
        }
        return chosen.get(0);
    }

    private static MigrationException ambiguous(List<Migrations> all, @Nullable String database) {
        String names = all.stream().map(Migrations::name).collect(Collectors.joining(", "));
        if (all.isEmpty()) {
            return new MigrationException(
                    "Migrations are switched off: migration.enabled is false.", "Set migration.enabled=true.");
        }
        return new MigrationException(
                database == null
                        ? "There are " + all.size() + " databases: " + names + "."
                        : "There is no database '" + database + "', only: " + names + ".",
                "Choose one with --database <name>.");
    }
}
