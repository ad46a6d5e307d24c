package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.ConfiguredDatabases;
import dev.athanor.migration.autoconfigure.JavaRevisions;
import dev.athanor.migration.autoconfigure.MigrationDataSources;
import dev.athanor.migration.autoconfigure.MigrationDatabases;
import dev.athanor.migration.autoconfigure.MigrationProperties;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.revision.RegisteredRevision;
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
    private @Nullable String database;

    /**
     * Creates the scope. Both contexts are created when they are first needed.
     *
     * @param context the context with the migrations
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

    /** Chooses the database that {@code --database} names; null without that option. */
    void choose(@Nullable String name) {
        database = name;
    }

    /** Returns the properties of the chosen database, or of the default one. */
    MigrationProperties properties() {
        return database == null
                ? context.get().getBean(MigrationProperties.class)
                : context.get()
                        .getBean(MigrationDatabases.class)
                        .properties(migrations(database).name());
    }

    /** Returns the revisions in Java of the chosen database, or of the default one. */
    List<RegisteredRevision> javaRevisions() {
        return context.get()
                .getBean(ConfiguredDatabases.class)
                .revisions(
                        database == null ? "default" : database, context.get().getBean(JavaRevisions.class));
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
    Migrations migrations(@Nullable String name) {
        List<Migrations> chosen = databases(name);
        if (chosen.size() > 1) {
            throw ambiguous(chosen, name);
        }
        return chosen.get(0);
    }

    /** Returns the migrations of the named database, or those of each one; never none. */
    List<Migrations> databases(@Nullable String name) {
        List<Migrations> all = all();
        List<Migrations> chosen = all.stream()
                .filter(migrations -> name == null || migrations.name().equals(name))
                .toList();
        if (chosen.isEmpty()) {
            throw ambiguous(all, name);
        }
        return chosen;
    }

    /** Returns the migrations of each database; none where they are switched off. */
    List<Migrations> all() {
        return context.get().getBeanProvider(MigrationDatabases.class).stream()
                .flatMap(databases -> databases.all().stream())
                .toList();
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
