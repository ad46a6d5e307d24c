package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.lint.FailOn;
import dev.athanor.migration.lint.UpgradeLint;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Holds the configuration of schema migrations.
 *
 * @param enabled Whether to have migrations at all. When false, no bean is defined.
 * @param autoUpgrade Whether to upgrade the schema at start. When false, it is only compared, and pending revisions
 *     keep the application unready.
 * @param runAt Moment of the upgrade. "ready": when the web server already answers, with readiness refused until the
 *     schema is at its target. "initialization": before JPA and everything else that needs the database.
 * @param owner Owner of the schema, if Flyway or Liquibase migrates at start too. "athanor": the application does
 *     not start as long as the other tool is active. "other-tool": Athanor upgrades nothing at start. "each": each tool
 *     has a schema of its own. Without it, the log warns.
 * @param onFailure Reaction to a failed upgrade at start. "stop": stop the application with exit code 1.
 *     "refuse-traffic": keep it running, unready.
 * @param target Target of the upgrade at start: heads, head, a revision id, a branch such as label@head.
 * @param locations Locations of the revisions: "classpath:" or "file:" and a folder.
 * @param developmentLocations Folders of the source that commands read beside what was built from them, never the
 *     application itself. Without it, in a project folder and outside of containers, those of migration.directory and
 *     the ones that the locations are built from. Empty for none.
 * @param failOnMissingLocations Whether a location that does not exist is an error. When false, it counts as one
 *     without revisions.
 * @param schema Schema that the revisions run in and that holds the version table. Without it, the connection's
 *     current schema.
 * @param versionTable Name of the version table. "alembic_version" takes over a database that Alembic has managed.
 * @param historyTable Name of the history table.
 * @param url JDBC URL for migrations, if they do not use the application's DataSource.
 * @param username User for migrations, such as a role with DDL rights. Without a URL of its own, the application's is
 *     used.
 * @param password Password of the user for migrations.
 * @param driverClassName JDBC driver of the URL, if the URL does not tell it.
 * @param transaction Scope of one transaction. "revision": each revision commits by itself. "single": the whole run
 *     commits once.
 * @param lockWait Longest wait for another process that holds the migration lock.
 * @param lockTimeout Longest wait of a statement for a lock, with the application's traffic behind it. 0 leaves it to
 *     the server.
 * @param lockRetries Number of times that a transaction is run again, after growing pauses, if it got no lock or ran
 *     into a deadlock.
 * @param statementTimeout Longest duration of a statement. Without it, the server's own limit applies.
 * @param placeholders Values of ${name} in revisions, as migration.placeholders.name. If none is defined, nothing is
 *     replaced.
 * @param directory Folders of the source that new revisions are written into, the one for new bases first.
 * @param javaDirectory Folder of the source that new revisions in Java are written into, below it by package.
 * @param javaPackage Package of new revisions in Java. Without it, "revisions" in the application's package.
 * @param javaPackages Packages that are searched for revisions in Java, with those below. Without it, the
 *     application's. Empty for none.
 * @param fileTemplate Template of the names of new files: {date:…}, {year} to {second}, {epoch}, {rev}, {slug},
 *     {number}.
 * @param idTemplate Ids of new revisions: {rev} for 12 random hex digits, {number}, or another token of the file
 *     template, with letters, digits, '_' and '.' around it.
 * @param slugLength Longest part of a message in the name of a new file, in characters.
 * @param timeZone Time zone of the dates in new files.
 * @param scriptTemplate File with the template of new revisions, instead of the standard one.
 * @param allowReset Whether the command "reset" may destroy everything. For development only.
 * @param autogenerate Comparison of the database with the schema that the application wants.
 * @param lint What revisions do to a running system.
 * @param shadow Another server, for work that must not or cannot happen beside the database.
 * @param cli The command line.
 * @param statusCache Longest time for which health, endpoint and meters answer from the last look at the database.
 * @param databases Further databases, as migration.databases.name.property. The default one stays.
 * @since 0.1.0
 */
@ConfigurationProperties("migration")
public record MigrationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean autoUpgrade,
        @DefaultValue("ready") RunAt runAt,
        @Nullable SchemaOwner owner,
        @DefaultValue("stop") OnFailure onFailure,
        @DefaultValue("heads") String target,
        @DefaultValue("classpath:db/revisions") List<String> locations,
        @Nullable List<String> developmentLocations,
        @DefaultValue("true") boolean failOnMissingLocations,
        @Nullable String schema,
        @DefaultValue("migration_version") String versionTable,
        @DefaultValue("migration_history") String historyTable,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String driverClassName,
        @DefaultValue("revision") Transaction transaction,
        @DefaultValue("10m") Duration lockWait,
        @DefaultValue("3s") Duration lockTimeout,
        @DefaultValue("20") int lockRetries,
        @Nullable Duration statementTimeout,
        @DefaultValue Map<String, String> placeholders,
        @DefaultValue("src/main/resources/db/revisions") List<String> directory,
        @DefaultValue("src/main/java") String javaDirectory,
        @Nullable String javaPackage,
        @Nullable List<String> javaPackages,
        @DefaultValue("{date:yyyyMMdd_HHmmss}_{rev}_{slug}") String fileTemplate,
        @DefaultValue("{rev}") String idTemplate,
        @DefaultValue("40") int slugLength,
        @DefaultValue("UTC") ZoneId timeZone,
        @Nullable String scriptTemplate,
        @DefaultValue("false") boolean allowReset,
        @DefaultValue Autogenerate autogenerate,
        @DefaultValue Lint lint,
        @DefaultValue Shadow shadow,
        @DefaultValue Cli cli,
        @DefaultValue("5s") Duration statusCache,
        @DefaultValue Map<String, DatabaseProperties> databases) {

    /**
     * Configures how the database is compared with the schema that the application wants.
     *
     * @param source Wanted schema: "jpa" for its JPA entities, or a file with the schema as SQL, such as
     *     file:db/schema.sql or classpath:schema.sql. Without it, the JPA entities; a bean of type WantedSchema comes
     *     before both.
     * @param include Patterns of the objects that are compared, in the form in which "check" prints names, such as
     *     "table app_*", "users.*" or "index *"; parts of a table go with it.
     * @param exclude Patterns of the objects that are not compared, in the same form.
     * @param schemas Further schemas that are compared, besides the one that migrations run in.
     * @param compareTypes Whether types and collations of columns are compared.
     * @param compareDefaults Whether defaults of columns are compared.
     * @param compareComments Whether comments are compared.
     * @param comparePrivileges Whether owners, privileges and default privileges are compared. The roles of the wanted
     *     schema must exist.
     * @param compareToolTables Whether tables of other tools (Flyway, Quartz, Spring Batch and others) are compared
     *     although nothing wants them.
     * @param avoidLocks Whether changes that would block writers to tables with rows go into a second revision: NOT
     *     VALID, then VALIDATE, and CONCURRENTLY.
     */
    public record Autogenerate(
            @Nullable String source,
            @DefaultValue List<String> include,
            @DefaultValue List<String> exclude,
            @DefaultValue List<String> schemas,
            @DefaultValue("true") boolean compareTypes,
            @DefaultValue("true") boolean compareDefaults,
            @DefaultValue("true") boolean compareComments,
            @DefaultValue("false") boolean comparePrivileges,
            @DefaultValue("false") boolean compareToolTables,
            @DefaultValue("true") boolean avoidLocks) {}

    /**
     * Configures how "lint" looks at what revisions do to a running system.
     *
     * @param failOn Findings that fail a build and refuse an upgrade. "error": errors. "warning": errors and warnings.
     *     "never": none.
     * @param enabledRules Ids of rules that apply besides the usual ones, such as "json-column".
     * @param disabledRules Ids of rules that do not apply.
     * @param upgrade Whether an upgrade looks at its revisions first, in a throw-away database. "off": it does not.
     *     "warn": it logs the findings. "refuse": findings that fail a build refuse it, before anything is changed.
     */
    public record Lint(
            @DefaultValue("error") FailOn failOn,
            @DefaultValue List<String> enabledRules,
            @DefaultValue List<String> disabledRules,
            @DefaultValue("off") UpgradeLint upgrade) {}

    /**
     * Configures another server for work that must not or cannot happen beside the database.
     *
     * @param url JDBC URL of an empty database, in which the wanted schema is created and beside which throw-away
     *     databases are created.
     * @param username User on that server.
     * @param password Password of the user on that server.
     */
    public record Shadow(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password) {

        @Override
        public String toString() {
            return "Shadow[username=" + username + "]";
        }
    }

    /**
     * Configures the command line.
     *
     * @param enabled Whether "java -jar app.jar migration …" runs a migration command instead of the application.
     * @param context Context of commands. "slim": with the database and the migrations only. "full": in the
     *     application's own context, for a DataSource that is defined by hand.
     */
    public record Cli(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("slim") CliContext context) {}

    /** Defines where commands run. */
    public enum CliContext {
        /** Runs commands in a context with the database and the migrations only. */
        SLIM,
        /** Runs commands in the application's own context, for a DataSource that is defined by hand. */
        FULL
    }

    /** Defines when the schema is upgraded. */
    public enum RunAt {
        /** Upgrades when the application is ready except for traffic. */
        READY,
        /** Upgrades before everything that needs the database. */
        INITIALIZATION
    }

    /** Defines who owns the schema, if another tool migrates at start too. */
    public enum SchemaOwner {
        /** Lets the application start only if the other tool is not active. */
        ATHANOR,
        /** Lets the other tool migrate; Athanor upgrades nothing at start. */
        OTHER_TOOL,
        /** Lets both migrate, each in a schema of its own. */
        EACH
    }

    /** Returns whether the schema is upgraded at start. */
    boolean upgradesAtStart() {
        return autoUpgrade && owner != SchemaOwner.OTHER_TOOL;
    }

    /** Defines what happens if the upgrade at start fails. */
    public enum OnFailure {
        /** Stops the application. */
        STOP,
        /** Keeps the application running, but unready. */
        REFUSE_TRAFFIC
    }

    /** Defines what one transaction spans. */
    public enum Transaction {
        /** Spans one revision. */
        REVISION,
        /** Spans the whole run. */
        SINGLE
    }

    @Override
    public String toString() {
        return "MigrationProperties[target=" + target + ", locations=" + locations + "]";
    }
}
