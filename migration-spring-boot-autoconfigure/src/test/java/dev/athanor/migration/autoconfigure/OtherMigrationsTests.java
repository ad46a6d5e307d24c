package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OtherMigrationsTests {

    private static final String FLYWAY =
            "Flyway migrates at start as well, and a schema needs one owner. If that is Athanor,"
                    + " set spring.flyway.enabled=false, and if Flyway has made the schema already, write it as the first revision"
                    + " and run `migration stamp heads` once. If that is Flyway, set migration.enabled=false.";

    @Test
    void oneThatRunsIsWarnedOfOnce(CapturedOutput output) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("flyway", new RootBeanDefinition(FlywayMigrationInitializer.class));

        OtherMigrations.warn(beans);

        assertThat(output.getAll()).containsOnlyOnce(FLYWAY).doesNotContain("Liquibase");
    }

    @Test
    void oneThatIsOnTheClassPathOnlyIsNot(CapturedOutput output) {
        OtherMigrations.warn(new DefaultListableBeanFactory());

        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void liquibaseIsNamedWithItsProperty() {
        assertThat(OtherMigrations.Tool.LIQUIBASE.words())
                .isEqualTo(FLYWAY.replace("Flyway", "Liquibase").replace("flyway", "liquibase"));
    }
}
