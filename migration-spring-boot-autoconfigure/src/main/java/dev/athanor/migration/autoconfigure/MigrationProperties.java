package dev.athanor.migration.autoconfigure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of schema migrations.
 *
 * @param enabled Whether to have migrations at all. When false, no bean is defined.
 * @param autoUpgrade Whether to upgrade the schema at start. When false, it is only compared, and pending revisions keep the application unready.
 * @param runAt When to upgrade. "ready": when the web server already answers, with readiness refused until the schema is at its target. "initialization": before JPA and everything else that needs the database.
 * @param onFailure What to do when the upgrade at start fails. "stop": stop the application with exit code 1. "refuse-traffic": keep it running, unready.
 * @param target What to upgrade to at start: heads, head, a revision id, a branch such as label@head.
 * @param locations Where the revisions are: "classpath:" or "file:" and a folder.
 * @param failOnMissingLocations Whether a location that does not exist is an error. When false, it counts as one without revisions.
 * @param schema Schema that the revisions run in and that holds the version table. Without it, the connection's current schema.
 * @param versionTable Name of the version table. "alembic_version" takes over a database that Alembic has managed.
 * @param historyTable Name of the history table.
 * @param url JDBC URL for migrations, where they do not use the application's DataSource.
 * @param username User for migrations, such as a role with DDL rights. Without a URL of its own, the application's is used.
 * @param password Password of the user for migrations.
 * @param driverClassName JDBC driver of the URL, where it cannot be told from it.
 * @param transaction What one transaction spans. "revision": each revision commits by itself. "single": the whole run commits once.
 * @param lockWait How long to wait for another process that holds the migration lock.
 * @param lockTimeout How long a statement may wait for a lock, with the application's traffic behind it. 0 leaves it to the server.
 * @param lockRetries How often a transaction that got no lock, or met a deadlock, is run again, after growing pauses.
 * @param statementTimeout How long a statement may run. Without it, as the server has it.
 * @param placeholders Values of ${name} in revisions, as migration.placeholders.name. Nothing is replaced where none is defined.
 * @param directory Folders of the source that new revisions are written into, the one for new bases first.
 * @param javaDirectory Folder of the source that new revisions in Java are written into, below it by package.
 * @param javaPackage Package of new revisions in Java. Without it, "revisions" in the application's package.
 * @param javaPackages Packages that are searched for revisions in Java, with those below. Without it, the application's. Empty for none.
 * @param fileTemplate Names of new files: {date:…}, {year} to {second}, {epoch}, {rev}, {slug}, {number}.
 * @param slugLength Longest part of a message in the name of a new file, in characters.
 * @param timeZone Time zone of the dates in new files.
 * @param scriptTemplate File with the template of new revisions, where it is not the standard one.
 * @param allowReset Whether the command "reset" may destroy everything. For development only.
 * @param autogenerate Comparing the database with the schema that the application wants.
 * @param shadow Another server, for what must not or cannot be done beside the database.
 * @param cli The command line.
 * @param statusCache How long health, endpoint and meters may answer from the last look at the database.
 * @param databases Further databases, as migration.databases.name.property. The default one stays.
 */
@ConfigurationProperties("migration")
public record MigrationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean autoUpgrade,
        @DefaultValue("ready") RunAt runAt,
        @DefaultValue("stop") OnFailure onFailure,
        @DefaultValue("heads") String target,
        @DefaultValue("classpath:db/revisions") List<String> locations,
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
        @DefaultValue("{date:yyyyMMdd_HHmm}_{rev}_{slug}") String fileTemplate,
        @DefaultValue("40") int slugLength,
        @DefaultValue("UTC") ZoneId timeZone,
        @Nullable String scriptTemplate,
        @DefaultValue("false") boolean allowReset,
        @DefaultValue Autogenerate autogenerate,
        @DefaultValue Shadow shadow,
        @DefaultValue Cli cli,
        @DefaultValue("5s") Duration statusCache,
        @DefaultValue Map<String, DatabaseProperties> databases) {

    /**
     * Comparing the database with the schema that the application wants.
     *
     * @param source What the application wants: "jpa" for its JPA entities, or a file with the schema as SQL, such as file:db/schema.sql or classpath:schema.sql. Without it, the JPA entities; a bean of type WantedSchema comes before both.
     * @param include What is compared, where it is not everything: patterns as "check" prints names, such as "table app_*", "users.*" or "index *"; what is on a table goes with it.
     * @param exclude What is not compared, as patterns of the same form.
     * @param schemas Further schemas that are compared, besides the one that migrations run in.
     * @param compareTypes Whether types and collations of columns count.
     * @param compareDefaults Whether defaults of columns count.
     * @param compareComments Whether comments count.
     * @param avoidLocks Whether what would keep writers to tables with rows waiting goes into a second revision: NOT VALID, then VALIDATE, and CONCURRENTLY.
     */
    public record Autogenerate(
            @Nullable String source,
            @DefaultValue List<String> include,
            @DefaultValue List<String> exclude,
            @DefaultValue List<String> schemas,
            @DefaultValue("true") boolean compareTypes,
            @DefaultValue("true") boolean compareDefaults,
            @DefaultValue("true") boolean compareComments,
            @DefaultValue("true") boolean avoidLocks) {}

    /**
     * Another server, for what must not or cannot be done beside the database.
     *
     * @param url JDBC URL of an empty database, where the wanted schema is made and throw-away databases are created.
     * @param username User there.
     * @param password Password of the user there.
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
     * The command line.
     *
     * @param enabled Whether "java -jar app.jar migration …" runs a migration command in place of the application.
     * @param context Where commands run. "slim": with the database and the migrations only. "full": in the application's own context, for a DataSource that is defined by hand.
     */
    public record Cli(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("slim") CliContext context) {}

    /** Where commands run. */
    public enum CliContext {
        /** In a context with the database and the migrations only. */
        SLIM,
        /** In the application's own, for a DataSource that is defined by hand. */
        FULL
    }

    /** When to upgrade. */
    public enum RunAt {
        /** When the application is ready, but for traffic. */
        READY,
        /** Before everything that needs the database. */
        INITIALIZATION
    }

    /** What to do when the upgrade at start fails. */
    public enum OnFailure {
        /** Stop the application. */
        STOP,
        /** Keep it running, unready. */
        REFUSE_TRAFFIC
    }

    /** What one transaction spans. */
    public enum Transaction {
        /** One revision. */
        REVISION,
        /** The whole run. */
        SINGLE
    }

    @Override
    public String toString() {
        return "MigrationProperties[target=" + target + ", locations=" + locations + "]";
    }
}
