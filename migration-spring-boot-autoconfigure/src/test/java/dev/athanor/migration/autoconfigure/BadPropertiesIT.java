package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** Each case of {@code bad-properties.txt}: properties, and all that the application says when it starts or upgrades. */
@ExtendWith(PostgresExtension.class)
class BadPropertiesIT {

    private static final String SECRET = "hunter2";

    record Case(List<String> properties, String said) {

        @Override
        public String toString() {
            return String.join(" ", properties);
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream stream = BadPropertiesIT.class.getResourceAsStream("bad-properties.txt")) {
            String all = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^#### ")).skip(1).map(block -> {
                int end = block.indexOf('\n');
                return new Case(
                        List.of(block.substring(0, end).split(" ")),
                        block.substring(end + 1).stripTrailing());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isNamedAndNothingIsChanged(Case bad, TestDatabase database) {
        runner(database)
                .withPropertyValues(bad.properties().toArray(String[]::new))
                .run(context -> {
                    Throwable failure = failure(context);

                    assertThat(said(failure)).isEqualTo(bad.said());
                    assertThat(trace(failure)).doesNotContain(SECRET);
                });
        assertThat(database.texts("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void theTableIsLongEnough() throws IOException {
        assertThat(cases().distinct()).hasSizeGreaterThanOrEqualTo(15);
    }

    private static ApplicationContextRunner runner(TestDatabase database) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password());
    }

    private static Throwable failure(AssertableApplicationContext context) {
        Throwable startup = context.getStartupFailure();
        if (startup != null) {
            return startup;
        }
        try {
            context.getBean(Migrations.class).upgrade();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("Nothing was refused");
    }

    /** As Spring Boot prints it. */
    private static String said(Throwable failure) {
        ArgumentResolver arguments = ArgumentResolver.of(Environment.class, new StandardEnvironment());
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, arguments, (name, type, e) -> {})
                .stream()
                .map(analyzer -> analyze(analyzer, failure))
                .filter(Objects::nonNull)
                .map(analysis -> analysis.getDescription() + "\n" + analysis.getAction())
                .findFirst()
                .orElseGet(failure::toString);
    }

    private static @Nullable FailureAnalysis analyze(FailureAnalyzer analyzer, Throwable failure) {
        return analyzer.analyze(failure);
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
