package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.UnknownRuleException;
import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.session.StatementLimits;
import dev.athanor.migration.source.DevelopmentFolders;
import dev.athanor.migration.source.MissingLocations;
import dev.athanor.migration.source.RevisionSource;
import dev.athanor.migration.source.RevisionSources;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Builds the migrations of each database from its properties. */
final class MigrationsFactory {

    /**
     * Holds the parts that all databases share.
     *
     * @param listeners are told of the runs of each database
     * @param development the source folders that commands read; none for the application itself
     */
    record Parts(
            JavaRevisions javaRevisions,
            ObjectProvider<RunListener> listeners,
            ObjectProvider<DevelopmentFolders> development,
            ResourceLoader resources,
            Environment environment) {}

    private final ConfiguredDatabases configured;
    private final DataSourceBeans dataSources;
    private final Parts parts;

    MigrationsFactory(ConfiguredDatabases configured, DataSourceBeans dataSources, Parts parts) {
        this.configured = configured;
        this.dataSources = dataSources;
        this.parts = parts;
    }

    Migrations ofDefault(DataSource dataSource) {
        return build(DatabaseNames.DEFAULT, dataSource, "migration.locations");
    }

    Migrations further(String name) {
        return build(
                name,
                new FurtherDataSource(name, configured, dataSources).choose(),
                "migration.databases." + name + ".locations");
    }

    private Migrations build(String name, DataSource dataSource, String locations) {
        MigrationProperties properties = configured.properties(name);
        List<RegisteredRevision> inJava = configured.revisions(name, parts.javaRevisions());
        var builder = Migrations.builder(dataSource)
                .name(name)
                .source(source(properties, missing(properties, inJava, locations), development(name)))
                .revisions(inJava)
                .target(properties.target())
                .allowReset(properties.allowReset())
                .tables(new Tables(properties.schema(), properties.versionTable(), properties.historyTable()))
                .run(runSettings(properties))
                .lint(lintSettings(name, properties))
                .upgradeLint(properties.lint().upgrade())
                .placeholders(new Placeholders(properties.placeholders()));
        parts.listeners().orderedStream().forEach(builder::listener);
        return builder.build();
    }

    /** Returns the source folders for commands; those that are configured belong to the default database. */
    private DevelopmentFolders development(String name) {
        return name.equals(DatabaseNames.DEFAULT)
                ? parts.development().getIfAvailable(() -> DevelopmentFolders.NONE)
                : DevelopmentFolders.NONE;
    }

    private RevisionSource source(
            MigrationProperties properties, MissingLocations missing, DevelopmentFolders development) {
        ClassLoader loader = parts.resources().getClassLoader();
        return RevisionSources.parse(
                properties.locations(),
                loader == null ? MigrationAutoConfiguration.class.getClassLoader() : loader,
                missing,
                development);
    }

    /** Returns how to treat missing locations: an application whose revisions are all in Java does not need the default one. */
    private MissingLocations missing(
            MigrationProperties properties, List<RegisteredRevision> inJava, String locations) {
        boolean isConfigured = Binder.get(parts.environment())
                .bind(locations, Bindable.listOf(String.class))
                .isBound();
        boolean onlyJava = !isConfigured && !inJava.isEmpty();
        return properties.failOnMissingLocations() && !onlyJava ? MissingLocations.FAIL : MissingLocations.IGNORE;
    }

    private static LintSettings lintSettings(String name, MigrationProperties properties) {
        MigrationProperties.Lint lint = properties.lint();
        LintSettings settings = LintSettings.defaults()
                .withFailOn(lint.failOn())
                .on(rules(name, "enabled-rules", lint.enabledRules()))
                .off(rules(name, "disabled-rules", lint.disabledRules()));
        return MigrationDataSources.shadow(properties.shadow())
                .map(settings::withShadow)
                .orElse(settings);
    }

    private static List<LintRule> rules(String name, String property, List<String> ids) {
        try {
            return ids.stream().map(LintRule::of).toList();
        } catch (UnknownRuleException e) {
            String prefix = name.equals(DatabaseNames.DEFAULT) ? "migration." : "migration.databases." + name + ".";
            throw new MigrationException(e.problem() + " " + prefix + "lint." + property + " names it.", e.action(), e);
        }
    }

    private RunSettings runSettings(MigrationProperties properties) {
        return new RunSettings(
                TransactionScope.valueOf(properties.transaction().name()),
                properties.lockWait(),
                new StatementLimits(properties.lockTimeout(), properties.lockRetries(), properties.statementTimeout()),
                parts.environment().getProperty("spring.application.version"),
                parts.environment().getProperty("spring.application.name", ""));
    }
}
