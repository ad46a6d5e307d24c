package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.error.MigrationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class OtherMigrationsTests {

    private static final String FLYWAY =
            "Flyway and Athanor both migrate at start, and a schema needs one owner. If that is Athanor, set"
                    + " spring.flyway.enabled=false, and if Flyway has made the schema already, run `migration import flyway`"
                    + " once. If that is Flyway, set migration.owner=other-tool. If each has a schema of its own, set"
                    + " migration.owner=each.";

    private static DefaultListableBeanFactory withFlyway() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("flyway", new RootBeanDefinition(FlywayMigrationInitializer.class));
        return beans;
    }

    private static MockEnvironment owner(String owner) {
        return new MockEnvironment().withProperty("migration.owner", owner);
    }

    @Test
    void oneThatRunsIsWarnedOfOnce(CapturedOutput output) {
        OtherMigrations.check(withFlyway(), new MockEnvironment());

        assertThat(output.getAll()).containsOnlyOnce(FLYWAY).doesNotContain("Liquibase");
    }

    @Test
    void oneThatIsOnTheClassPathOnlyIsNot(CapturedOutput output) {
        OtherMigrations.check(new DefaultListableBeanFactory(), owner("athanor"));

        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void oneThatRunsIsRefusedWhenAthanorOwnsTheSchema() {
        assertThatThrownBy(() -> OtherMigrations.check(withFlyway(), owner("athanor")))
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "Flyway and Athanor both migrate at start, and a schema needs one owner. It is Athanor, because"
                                + " migration.owner is athanor.\nTo let Athanor migrate alone, set"
                                + " spring.flyway.enabled=false, and if Flyway has made the schema already, run `migration import"
                                + " flyway` once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-tool", "each"})
    void nothingIsSaidWhenTheOwnerIsKnown(String owner, CapturedOutput output) {
        OtherMigrations.check(withFlyway(), owner(owner));

        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void liquibaseIsNamedWithItsPropertyAndItsOwnWay() {
        assertThat(OtherMigrations.Tool.LIQUIBASE.warning())
                .isEqualTo(FLYWAY.replace(
                                "run `migration import flyway` once",
                                "write the schema as the first revision and run `migration stamp heads` once")
                        .replace("Flyway", "Liquibase")
                        .replace("flyway", "liquibase"));
    }
}
