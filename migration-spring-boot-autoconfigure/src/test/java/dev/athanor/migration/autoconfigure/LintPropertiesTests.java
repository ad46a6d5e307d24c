package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.lint.FailOn;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.UnknownRuleException;
import dev.athanor.migration.lint.UpgradeLint;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Nothing here connects: the URLs are of no server. */
class LintPropertiesTests {

    private static ApplicationContextRunner runner(String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
                .withPropertyValues(
                        "migration.url=jdbc:postgresql://localhost:1/none",
                        "migration.databases.audit.url=jdbc:postgresql://localhost:1/audit",
                        "migration.databases.stock.url=jdbc:postgresql://localhost:1/stock")
                .withPropertyValues(properties);
    }

    @Test
    void eachDatabaseMayLookInItsOwnWay() {
        runner(
                        "migration.lint.fail-on=warning",
                        "migration.lint.enabled-rules=json-column,char-type",
                        "migration.lint.disabled-rules=rewrite",
                        "migration.lint.upgrade=warn",
                        "migration.shadow.url=jdbc:postgresql://localhost:1/shadow",
                        "migration.databases.audit.lint.fail-on=never",
                        "migration.databases.audit.lint.disabled-rules=data-lost",
                        "migration.databases.audit.lint.upgrade=off")
                .run(context -> {
                    MigrationDatabases databases = context.getBean(MigrationDatabases.class);
                    LintSettings main = settings(databases, "default");
                    LintSettings audit = settings(databases, "audit");

                    assertThat(main.failOn()).isEqualTo(FailOn.WARNING);
                    assertThat(main.rules())
                            .contains(LintRule.JSON_COLUMN, LintRule.CHAR_TYPE, LintRule.DATA_LOST)
                            .doesNotContain(LintRule.REWRITE, LintRule.INT_PRIMARY_KEY);
                    assertThat(main.shadow()).isPresent();
                    assertThat(databases.properties("default").lint().upgrade()).isEqualTo(UpgradeLint.WARN);
                    assertThat(audit.failOn()).isEqualTo(FailOn.NEVER);
                    assertThat(audit.rules())
                            .contains(LintRule.JSON_COLUMN, LintRule.REWRITE)
                            .doesNotContain(LintRule.DATA_LOST);
                    assertThat(databases.properties("audit").lint().upgrade()).isEqualTo(UpgradeLint.OFF);
                    assertThat(settings(databases, "stock").rules()).isEqualTo(main.rules());
                });
    }

    @Test
    void withoutPropertiesErrorsFailAndNoUpgradeLooks() {
        runner().run(context -> {
            MigrationDatabases databases = context.getBean(MigrationDatabases.class);

            assertThat(settings(databases, "default")).isEqualTo(LintSettings.defaults());
            assertThat(databases.properties("default").lint().upgrade()).isEqualTo(UpgradeLint.OFF);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "migration.lint.enabled-rules, rewit, rewrite",
        "migration.lint.disabled-rules, data-loss, data-lost",
        "migration.databases.audit.lint.disabled-rules, Rewrite, rewrite"
    })
    void aMistypedRuleIsNamedWithTheNearestOne(String property, String mistyped, String nearest) {
        String rules = Stream.of(LintRule.values()).map(LintRule::id).sorted().collect(Collectors.joining(", "));

        runner(property + "=" + mistyped).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(UnknownRuleException.class)
                .satisfies(cause -> assertThat(wrapped(context.getStartupFailure()))
                        .hasMessage("Lint has no rule `" + mistyped + "`. " + property
                                + " names it.\nThe nearest rule is `" + nearest + "`. The rules are " + rules + ".")));
    }

    private static Throwable wrapped(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof MigrationException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static LintSettings settings(MigrationDatabases databases, String name) {
        return databases.all().stream()
                .filter(migrations -> migrations.name().equals(name))
                .map(Migrations::lintSettings)
                .findFirst()
                .orElseThrow();
    }
}
