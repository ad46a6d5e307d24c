package dev.athanor.migration.autoconfigure;

import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Says which other tool would migrate at start, and how the schema gets one owner. */
final class OtherMigrations {

    private static final Logger log = LoggerFactory.getLogger(OtherMigrations.class);

    /** Lists tools that Spring Boot configures; the bean of a tool exists only if the tool would really run. */
    enum Tool {
        FLYWAY("Flyway", "org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer", "flyway"),
        LIQUIBASE("Liquibase", "liquibase.integration.spring.SpringLiquibase", "liquibase");

        private final String title;
        private final String bean;
        private final String property;

        Tool(String title, String bean, String property) {
            this.title = title;
            this.bean = bean;
            this.property = property;
        }

        String words() {
            return title + " migrates at start as well, and a schema needs one owner. If that is Athanor, set spring."
                    + property + ".enabled=false, and if " + title
                    + " has made the schema already, write it as the first"
                    + " revision and run `migration stamp heads` once. If that is " + title
                    + ", set migration.enabled=false.";
        }

        private boolean runs(ListableBeanFactory beans) {
            ClassLoader loader = OtherMigrations.class.getClassLoader();
            return ClassUtils.isPresent(bean, loader)
                    && beans.getBeanNamesForType(ClassUtils.resolveClassName(bean, loader), true, false).length > 0;
        }
    }

    private OtherMigrations() {}

    static void warn(ListableBeanFactory beans) {
        Stream.of(Tool.values()).filter(tool -> tool.runs(beans)).forEach(tool -> log.warn("{}", tool.words()));
    }
}
