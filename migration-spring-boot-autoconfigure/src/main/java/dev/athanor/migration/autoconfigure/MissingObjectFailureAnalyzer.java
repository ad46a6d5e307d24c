package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.MigrationProperties.RunAt;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.sql.MadeNames;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.PendingRevision;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Explains a start that fails for a table or column that a pending revision makes: with
 * {@code migration.run-at=ready} the
 * upgrade comes after the start, and would never be reached.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingObjectFailureAnalyzer implements FailureAnalyzer {

    private static final Logger log = LoggerFactory.getLogger(MissingObjectFailureAnalyzer.class);
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$.]*");

    private final BeanFactory beans;
    private final Environment environment;

    MissingObjectFailureAnalyzer(BeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        SQLException missing = missing(failure);
        if (missing == null) {
            return null;
        }
        try {
            return isAlive() ? analyze(missing, beans.getBean(MigrationDatabases.class)) : analyzeAnew(missing);
        } catch (BeansException | MigrationException | IllegalStateException e) {
            log.debug("What is pending could not be looked up: the failure is shown as it is", e);
            return null;
        }
    }

    private boolean isAlive() {
        return beans instanceof SingletonBeanRegistry known && known.containsSingleton(DatabaseBeans.BEAN);
    }

    /** Analyzes with new beans, because a start that failed early has destroyed its beans already. */
    private @Nullable FailureAnalysis analyzeAnew(SQLException missing) {
        if (!beans.containsBean(DatabaseBeans.BEAN) || !(environment instanceof ConfigurableEnvironment same)) {
            return null;
        }
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(same);
            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            context.register(Databases.class);
            context.refresh();
            return analyze(missing, context.getBean(MigrationDatabases.class));
        }
    }

    /** Defines what the databases of the properties need. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        SslAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        MigrationAutoConfiguration.class
    })
    static class Databases {}

    private static @Nullable FailureAnalysis analyze(SQLException missing, MigrationDatabases databases) {
        return databases.all().stream()
                .map(migrations -> analyze(missing, migrations, databases.properties(migrations.name())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable SQLException missing(Throwable failure) {
        SQLException found = null;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = next(cause)) {
            if (cause instanceof MigrationException) {
                return null;
            }
            if (cause instanceof SQLException sql
                    && (UNDEFINED_TABLE.equals(sql.getSQLState()) || UNDEFINED_COLUMN.equals(sql.getSQLState()))) {
                found = sql;
            }
        }
        return found;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == null && failure instanceof SQLException sql
                ? sql.getNextException()
                : failure.getCause();
    }

    private static Optional<FailureAnalysis> analyze(
            SQLException missing, Migrations migrations, MigrationProperties properties) {
        MigrationStatus status = migrations.status();
        if (status.pending().isEmpty()) {
            return Optional.empty();
        }
        List<String> names = names(missing);
        boolean table = UNDEFINED_TABLE.equals(missing.getSQLState());
        Optional<RevisionScript> maker = names.stream()
                .flatMap(name -> makers(name, table, migrations, status.pending()))
                .findFirst();
        return Optional.of(new FailureAnalysis(
                problem(missing, status, maker, table), action(status.database(), properties), missing));
    }

    private static Stream<RevisionScript> makers(
            String name, boolean table, Migrations migrations, List<PendingRevision> pending) {
        return pending.stream()
                .flatMap(revision -> migrations.script(revision.revision().value()).stream())
                .filter(script -> script.upgrade().statements().stream()
                        .map(MadeNames::of)
                        .anyMatch(made -> (table ? made.relations() : made.columns()).contains(name)));
    }

    /**
     * Returns the names in the message. The message is in the server's language, but contains the name unchanged.
     * Only the named revision depends on it.
     */
    private static List<String> names(SQLException missing) {
        String message = firstLine(missing);
        return WORD.matcher(message)
                .results()
                .sorted(Comparator.comparing(word -> !isQuoted(message, word)))
                .map(word -> word.group().substring(word.group().lastIndexOf('.') + 1))
                .distinct()
                .toList();
    }

    /** Returns whether a word is quoted; quoted words come first, because a table may be called `relation`. */
    private static boolean isQuoted(String message, MatchResult word) {
        return word.start() > 0 && "\"'`\u00ab\u00bb\u201c\u201d\u201e".indexOf(message.charAt(word.start() - 1)) >= 0;
    }

    private static String firstLine(SQLException missing) {
        return String.valueOf(missing.getMessage()).lines().findFirst().orElse("");
    }

    private static String problem(
            SQLException missing, MigrationStatus status, Optional<RevisionScript> maker, boolean table) {
        String asked = "While it started, the application asked the database for a " + (table ? "table" : "column")
                + " that is not there: "
                + firstLine(missing) + " (SQLState " + missing.getSQLState() + ").";
        int pending = status.pending().size();
        return asked + "\n"
                + maker.map(script -> "Revision " + script.describe() + " makes it, in "
                                + script.file().location() + ", and is pending in the database '" + status.database()
                                + "'.")
                        .orElse((pending == 1 ? "1 revision is" : pending + " revisions are")
                                + " pending in the database '" + status.database() + "'.");
    }

    private static String action(String database, MigrationProperties properties) {
        String prefix = database.equals(DatabaseNames.DEFAULT) ? "migration" : "migration.databases." + database;
        if (!properties.autoUpgrade() || properties.runAt() == RunAt.INITIALIZATION) {
            return "Upgrade the database before the application starts, with "
                    + (database.equals(DatabaseNames.DEFAULT)
                            ? "`migration upgrade`."
                            : "`migration upgrade --database " + database + "`.");
        }
        return "Set " + prefix
                + ".run-at=initialization: Athanor then upgrades before every bean that needs the database." + " With "
                + prefix + ".run-at=ready, it upgrades when the application is ready, which it cannot become.";
    }
}
