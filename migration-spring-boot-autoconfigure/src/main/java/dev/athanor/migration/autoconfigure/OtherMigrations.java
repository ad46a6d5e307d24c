package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.autoconfigure.MigrationProperties.SchemaOwner;
import dev.athanor.migration.error.MigrationException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Names another tool that would migrate at start, so that two tools never work on one schema unnoticed. */
final class OtherMigrations {

    private static final Logger log = LoggerFactory.getLogger(OtherMigrations.class);

    private static final String OWNER = "migration.owner";

    /** Lists tools that Spring Boot configures; the bean of a tool exists only if the tool would really run. */
    enum Tool {
        FLYWAY(
                "Flyway",
                "org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer",
                "flyway",
                "run `migration import flyway` once"),
        LIQUIBASE(
                "Liquibase",
                "liquibase.integration.spring.SpringLiquibase",
                "liquibase",
                "write the schema as the first revision and run `migration stamp heads` once");

        private final String title;
        private final String bean;
        private final String property;
        private final String takeover;

        Tool(String title, String bean, String property, String takeover) {
            this.title = title;
            this.bean = bean;
            this.property = property;
            this.takeover = takeover;
        }

        String problem() {
            return title + " and Athanor both migrate at start, and a schema needs one owner.";
        }

        private String handOver() {
            return "set spring." + property + ".enabled=false, and if " + title + " has made the schema already, "
                    + takeover;
        }

        String warning() {
            return problem() + " If that is Athanor, " + handOver() + ". If that is " + title + ", set " + OWNER
                    + "=other-tool. If each has a schema of its own, set " + OWNER + "=each.";
        }

        MigrationException refusal() {
            return new MigrationException(
                    problem() + " It is Athanor, because " + OWNER + " is athanor.",
                    "To let Athanor migrate alone, " + handOver() + ".");
        }

        private boolean runs(ListableBeanFactory beans) {
            ClassLoader loader = OtherMigrations.class.getClassLoader();
            return ClassUtils.isPresent(bean, loader)
                    && beans.getBeanNamesForType(ClassUtils.resolveClassName(bean, loader), true, false).length > 0;
        }
    }

    private OtherMigrations() {}

    /**
     * Warns of each other tool that would migrate.
     *
     * @throws MigrationException if there is one, and Athanor owns the schema
     */
    static void check(ListableBeanFactory beans, Environment environment) {
        Optional<SchemaOwner> owner = Binder.get(environment)
                .bind(OWNER, SchemaOwner.class)
                .map(Optional::of)
                .orElseGet(Optional::empty);
        Stream.of(Tool.values()).filter(tool -> tool.runs(beans)).forEach(tool -> check(tool, owner));
    }

    private static void check(Tool tool, Optional<SchemaOwner> owner) {
        if (owner.isEmpty()) {
            log.warn("{}", tool.warning());
        } else if (owner.get() == SchemaOwner.ATHANOR) {
            throw tool.refusal();
        }
    }
}
