package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.autoconfigure.actuate.MigrationActuatorAutoConfiguration;
import dev.athanor.migration.autoconfigure.event.MigrationRunFailed;
import dev.athanor.migration.autoconfigure.event.MigrationRunFinished;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a trace shows of a run, and which events tell of its end. */
@ExtendWith(PostgresExtension.class)
class ObservationIT {

    private static ApplicationContextRunner runner(TestDatabase database) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        MigrationAutoConfiguration.class,
                        MigrationActuatorAutoConfiguration.class))
                .withUserConfiguration(Observed.class)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "migration.run-at=initialization",
                        "migration.on-failure=refuse-traffic");
    }

    @Test
    void eachRevisionIsASpanUnderTheRuns(TestDatabase database) {
        runner(database).run(context -> assertThat(context.getBean(Observed.class).observations)
                .containsExactly(
                        "upgrade a1f0c3d2e4b5 (create notes) < migration upgrade"
                                + " direction=upgrade,outcome=success,revision=a1f0c3d2e4b5",
                        "upgrade b2e1d4c3f5a6 (add note author) < migration upgrade"
                                + " direction=upgrade,outcome=success,revision=b2e1d4c3f5a6",
                        "migration upgrade < nothing command=upgrade,outcome=success"));
    }

    @Test
    void aFailureIsToldInTheSpansAndAsAnEventOfItsOwn(TestDatabase database, @TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("broken.sql"),
                "-- broken\n--\n-- Revision ID: a1\n\n-- @upgrade\nSELEC 1;\n\n-- @downgrade\nSELECT 1;\n");
        runner(database)
                .withPropertyValues("migration.locations=file:" + folder)
                .run(context -> {
                    assertThat(context.getBean(Observed.class).observations)
                            .containsExactly(
                                    "upgrade a1 (broken) < migration upgrade"
                                            + " direction=upgrade,outcome=failed,revision=a1 !",
                                    "migration upgrade < nothing command=upgrade,outcome=failed !");
                    assertThat(context.getBean(Observed.class).ends)
                            .containsExactly("MigrationRunFinished FAILED", "MigrationRunFailed FAILED");
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Observed {

        final List<String> observations = new ArrayList<>();
        final List<String> ends = new ArrayList<>();

        @Bean
        ObservationRegistry observationRegistry() {
            ObservationRegistry registry = ObservationRegistry.create();
            registry.observationConfig().observationHandler(new Recorder(observations));
            return registry;
        }

        @Bean
        ApplicationListener<PayloadApplicationEvent<?>> ends() {
            return event -> {
                if (event.getPayload() instanceof MigrationRunFinished finished) {
                    ends.add("MigrationRunFinished " + finished.report().outcome());
                } else if (event.getPayload() instanceof MigrationRunFailed failed) {
                    ends.add("MigrationRunFailed " + failed.report().outcome());
                }
            };
        }
    }

    /** Name, parent and tags of each observation that ends. */
    private record Recorder(List<String> observations) implements ObservationHandler<Observation.Context> {

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        @Override
        public void onStop(Observation.Context context) {
            ObservationView parent = context.getParentObservation();
            String tags = context.getLowCardinalityKeyValues().stream()
                    .map((KeyValue tag) -> tag.getKey() + "=" + tag.getValue())
                    .sorted()
                    .collect(Collectors.joining(","));
            observations.add(context.getContextualName() + " < "
                    + (parent == null ? "nothing" : parent.getContextView().getContextualName()) + " " + tags
                    + (context.getError() == null ? "" : " !"));
        }
    }
}
