package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.JavaRevisions;
import dev.athanor.migration.autoconfigure.MigrationDataSources;
import dev.athanor.migration.autoconfigure.MigrationProperties;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.source.DevelopmentFolders;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** Holds what a command may use: the migrations, which are created when they are first needed, and the two streams. */
final class CommandScope {

    private final Supplier<? extends ApplicationContext> context;
    private final Supplier<? extends ApplicationContext> application;
    private final Output output;

    /**
     * Creates the scope. Both contexts are created when they are first needed.
     *
     * @param application the context with the application's definitions
     */
    CommandScope(
            Supplier<? extends ApplicationContext> context,
            Supplier<? extends ApplicationContext> application,
            Streams streams) {
        this.context = context;
        this.application = application;
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

    CommandProject project() {
        return context.get().getBean(CommandProject.class);
    }

    /** Returns the application's package with a dot at its end, or an empty string if the application has none. */
    String applicationPackage() {
        return AutoConfigurationPackages.has(context.get())
                ? AutoConfigurationPackages.get(context.get()).get(0) + "."
                : "";
    }

    /** Returns the source folders that are read beside the class path. */
    DevelopmentFolders development() {
        return context.get().getBeanProvider(DevelopmentFolders.class).getIfAvailable(() -> DevelopmentFolders.NONE);
    }

    Environment environment() {
        return context.get().getEnvironment();
    }

    /** Returns how databases are compared, as the application configures it. */
    ComparisonSettings comparison() {
        return application.get().getBean(ComparisonSettings.class);
    }

    /** Returns the server for throw-away databases, if one is configured. */
    Optional<DataSource> shadow() {
        return MigrationDataSources.shadow(properties().shadow());
    }

    /** Returns the schema that the application wants. */
    WantedSchema wantedSchema() {
        WantedSchema wanted =
                application.get().getBeanProvider(WantedSchema.class).getIfAvailable();
        if (wanted == null) {
            throw new MigrationException(
                    "There is nothing to compare the database with: the application has no JPA entities and no bean of"
                            + " type WantedSchema, and migration.autogenerate.source is not set.",
                    "Set it to a file with the schema as SQL, such as"
                            + " migration.autogenerate.source=file:src/main/resources/db/schema.sql.");
        }
        return wanted;
    }

    /** Returns the migrations of the only database, or of the named one. */
    Migrations migrations(@Nullable String database) {
        List<Migrations> chosen = databases(database);
        if (chosen.size() > 1) {
            throw ambiguous(chosen, database);
        }
        return chosen.get(0);
    }

    /** Returns the migrations of the named database, or those of each one; never none. */
    List<Migrations> databases(@Nullable String database) {
        List<Migrations> all = all();
        List<Migrations> chosen = all.stream()
                .filter(migrations -> database == null || migrations.name().equals(database))
                .toList();
        if (chosen.isEmpty()) {
            throw ambiguous(all, database);
        }
        return chosen;
    }

    /** Returns the migrations of each database; none where they are switched off. */
    List<Migrations> all() {
        return context.get().getBeanProvider(Migrations.class).orderedStream().toList();
    }

    private static MigrationException ambiguous(List<Migrations> all, @Nullable String database) {
        String names = CappedList.of(all.stream().map(Migrations::name).toList());
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
