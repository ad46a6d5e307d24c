package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.autoconfigure.MigrationProperties.OnFailure;
import dev.athanor.migration.autoconfigure.MigrationProperties.RunAt;
import dev.athanor.migration.autoconfigure.MigrationProperties.Transaction;
import dev.athanor.migration.lint.FailOn;
import dev.athanor.migration.lint.UpgradeLint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Holds the configuration of a further database, below {@code migration.databases.<name>}. Unset properties have the
 * values of the default database, except for what belongs to one database only: connection, schema, target,
 * locations, directory.
 *
 * @param dataSource Name of the DataSource bean.
 * @param url JDBC URL.
 * @param username User for migrations. Without a URL or a DataSource of its own, on the application's DataSource.
 * @param password Password of the user.
 * @param driverClassName JDBC driver of the URL, if the URL does not tell it.
 * @param autoUpgrade Whether to upgrade this database at start.
 * @param runAt Moment of the upgrade of this database.
 * @param onFailure Reaction to a failed upgrade of this database at start.
 * @param target Target of the upgrade at start.
 * @param locations Locations of its revisions. Without it, "classpath:db/" and the name of the database.
 * @param javaPackages Packages whose revisions in Java belong to this database, with those below.
 * @param failOnMissingLocations Whether a location that does not exist is an error.
 * @param schema Schema that the revisions run in and that holds the version table.
 * @param versionTable Name of the version table.
 * @param historyTable Name of the history table.
 * @param transaction Scope of one transaction.
 * @param lockWait Longest wait for another process that holds the migration lock.
 * @param lockTimeout Longest wait of a statement for a lock.
 * @param lockRetries Number of times that a transaction without a lock is run again.
 * @param statementTimeout Longest duration of a statement.
 * @param placeholders Values of ${name} in its revisions, besides the default ones.
 * @param directory Folders of the source that its new revisions are written into. Without it, the source of its first
 *     location.
 * @param javaPackage Package of its new revisions in Java. Without it, the first of its packages.
 * @param allowReset Whether the command "reset" may destroy everything.
 * @param lint What its revisions do to a running system.
 * @since 0.1.0
 */
public record DatabaseProperties(
        @Nullable String dataSource,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String driverClassName,
        @Nullable Boolean autoUpgrade,
        @Nullable RunAt runAt,
        @Nullable OnFailure onFailure,
        @DefaultValue("heads") String target,
        @DefaultValue List<String> locations,
        @DefaultValue List<String> javaPackages,
        @Nullable Boolean failOnMissingLocations,
        @Nullable String schema,
        @Nullable String versionTable,
        @Nullable String historyTable,
        @Nullable Transaction transaction,
        @Nullable Duration lockWait,
        @Nullable Duration lockTimeout,
        @Nullable Integer lockRetries,
        @Nullable Duration statementTimeout,
        @DefaultValue Map<String, String> placeholders,
        @DefaultValue List<String> directory,
        @Nullable String javaPackage,
        @Nullable Boolean allowReset,
        @Nullable Lint lint) {

    /**
     * Configures how "lint" looks at the revisions of this database.
     *
     * @param failOn Findings that fail a build and refuse an upgrade.
     * @param enabledRules Ids of rules that apply besides the usual ones.
     * @param disabledRules Ids of rules that do not apply.
     * @param upgrade Whether an upgrade of this database looks at its revisions first.
     */
    public record Lint(
            @Nullable FailOn failOn,
            @Nullable List<String> enabledRules,
            @Nullable List<String> disabledRules,
            @Nullable UpgradeLint upgrade) {

        private MigrationProperties.Lint over(MigrationProperties.Lint defaults) {
            return new MigrationProperties.Lint(
                    or(failOn, defaults.failOn()),
                    or(enabledRules, defaults.enabledRules()),
                    or(disabledRules, defaults.disabledRules()),
                    or(upgrade, defaults.upgrade()));
        }
    }

    /** Holds the properties of a database that has no properties. */
    static final DatabaseProperties NONE = new DatabaseProperties(
            null, null, null, null, null, null, null, null, "heads", List.of(), List.of(), null, null, null, null, null,
            null, null, null, null, Map.of(), List.of(), null, null, null);

    /** Returns all properties of this database: its own, and for the rest those of the default one. */
    MigrationProperties over(MigrationProperties defaults, String name) {
        return new MigrationProperties(
                defaults.enabled(),
                or(autoUpgrade, defaults.autoUpgrade()),
                or(runAt, defaults.runAt()),
                defaults.owner(),
                or(onFailure, defaults.onFailure()),
                target,
                locations(name),
                List.of(),
                or(failOnMissingLocations, defaults.failOnMissingLocations()),
                schema,
                or(versionTable, defaults.versionTable()),
                or(historyTable, defaults.historyTable()),
                url,
                username,
                password,
                driverClassName,
                or(transaction, defaults.transaction()),
                or(lockWait, defaults.lockWait()),
                or(lockTimeout, defaults.lockTimeout()),
                or(lockRetries, defaults.lockRetries()),
                statementTimeout == null ? defaults.statementTimeout() : statementTimeout,
                placeholders(defaults),
                directory(name),
                defaults.javaDirectory(),
                javaPackage == null && !javaPackages.isEmpty() ? javaPackages.get(0) : javaPackage,
                javaPackages,
                defaults.fileTemplate(),
                defaults.idTemplate(),
                defaults.slugLength(),
                defaults.timeZone(),
                defaults.scriptTemplate(),
                or(allowReset, defaults.allowReset()),
                defaults.autogenerate(),
                lint == null ? defaults.lint() : lint.over(defaults.lint()),
                defaults.shadow(),
                defaults.cli(),
                defaults.statusCache(),
                Map.of());
    }

    private static <T> T or(@Nullable T own, T general) {
        return own == null ? general : own;
    }

    private List<String> locations(String name) {
        return locations.isEmpty() ? List.of("classpath:db/" + name) : locations;
    }

    private Map<String, String> placeholders(MigrationProperties defaults) {
        Map<String, String> all = new HashMap<>(defaults.placeholders());
        all.putAll(placeholders);
        return all;
    }

    /** Returns the folders of new revisions, which are those that the build takes its revisions from. */
    private List<String> directory(String name) {
        return directory.isEmpty()
                ? locations(name).stream().map(DatabaseProperties::source).toList()
                : directory;
    }

    private static String source(String location) {
        int colon = location.indexOf(':');
        String path = location.substring(colon + 1);
        return colon < 0 || location.startsWith("classpath")
                ? "src/main/resources/" + path.replaceFirst("^/+", "")
                : path;
    }

    @Override
    public String toString() {
        return "DatabaseProperties[target=" + target + ", locations=" + locations + "]";
    }
}
