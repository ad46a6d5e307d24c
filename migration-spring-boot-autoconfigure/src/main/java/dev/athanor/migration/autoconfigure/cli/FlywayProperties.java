package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.takeover.FlywaySettings;
import dev.athanor.migration.takeover.FlywaySettings.Naming;
import dev.athanor.migration.takeover.FlywaySettings.Substitution;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.env.Environment;

/** Holds the application's own {@code spring.flyway.*}, which are read without Flyway on the class path. */
record FlywayProperties(
        @DefaultValue("classpath:db/migration") List<String> locations,
        @DefaultValue("UTF-8") Charset encoding,
        @DefaultValue(FlywaySettings.TABLE) String table,
        @Nullable String defaultSchema,
        @DefaultValue List<String> schemas,
        @DefaultValue Map<String, String> placeholders,
        @DefaultValue("${") String placeholderPrefix,
        @DefaultValue("}") String placeholderSuffix,
        @DefaultValue(":") String placeholderSeparator,
        @DefaultValue("true") boolean placeholderReplacement,
        @DefaultValue("V") String sqlMigrationPrefix,
        @DefaultValue("U") String undoSqlMigrationPrefix,
        @DefaultValue("B") String baselineMigrationPrefix,
        @DefaultValue("R") String repeatableSqlMigrationPrefix,
        @DefaultValue("__") String sqlMigrationSeparator,
        @DefaultValue(".sql") List<String> sqlMigrationSuffixes,
        @DefaultValue("false") boolean outOfOrder,
        @Nullable String url,
        @Nullable String user,
        @Nullable String target,
        @DefaultValue List<String> initSqls,
        @DefaultValue("false") @Name("group") boolean grouped) {

    static FlywayProperties of(Environment environment) {
        return Binder.get(environment).bindOrCreate("spring.flyway", FlywayProperties.class);
    }

    /**
     * Returns the settings.
     *
     * @param givenTable the table that the command line names, if it names one
     * @param givenSchema the schema that the command line names, if it names one
     */
    FlywaySettings settings(@Nullable String givenTable, @Nullable String givenSchema) {
        List<String> all = Stream.concat(Stream.ofNullable(defaultSchema), schemas.stream())
                .distinct()
                .toList();
        return new FlywaySettings(
                givenTable == null ? table : givenTable,
                givenSchema == null ? all : List.of(givenSchema),
                new Naming(
                        sqlMigrationPrefix,
                        undoSqlMigrationPrefix,
                        baselineMigrationPrefix,
                        repeatableSqlMigrationPrefix,
                        sqlMigrationSeparator,
                        sqlMigrationSuffixes),
                encoding,
                new Substitution(
                        placeholderReplacement,
                        placeholderPrefix,
                        placeholderSuffix,
                        placeholderSeparator,
                        placeholders),
                outOfOrder);
    }

    /** Says which of them have no equivalent. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!initSqls.isEmpty()) {
            notes.add(
                    "Property spring.flyway.init-sqls has no equivalent: set such settings for the role or the database,"
                            + " with ALTER ROLE … SET or ALTER DATABASE … SET.");
        }
        if (target != null && !target.equalsIgnoreCase("latest")) {
            notes.add("Property spring.flyway.target is " + target
                    + ": set migration.target to the id of that revision.");
        }
        return notes;
    }

    /** Returns the properties that take the place of these. */
    Map<String, String> replacements() {
        Map<String, String> properties = new TreeMap<>();
        if (url != null) {
            properties.put("migration.url", url);
        }
        if (user != null) {
            properties.put("migration.username", user);
            properties.put("migration.password", "");
        }
        if (grouped) {
            properties.put("migration.transaction", "single");
        }
        return properties;
    }
}
