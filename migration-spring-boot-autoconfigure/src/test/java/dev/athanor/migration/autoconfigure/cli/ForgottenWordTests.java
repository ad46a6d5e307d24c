package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class ForgottenWordTests {

    private static final String HINT = "The application starts, and 'upgrade' is one of its arguments. If you mean the"
            + " migration command, write the word migration before it: `java -jar app.jar migration upgrade`.";

    @Test
    void theApplicationStartsWithAHint(CapturedOutput output) {
        start("--spring.main.banner-mode=off", "upgrade", "head");

        assertThat(output.getAll()).containsOnlyOnce(HINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "serve upgrade",
                "--upgrade",
                "upgrade --migration.cli.enabled=false",
                "upgrade --migration.enabled=false",
                "help"
            })
    void nothingIsSaidOfOtherArguments(String arguments, CapturedOutput output) {
        start(arguments.split(" "));

        assertThat(output.getAll()).doesNotContain("If you mean the migration command");
    }

    @Test
    void everyCommandIsKnown() {
        Streams streams = new Streams(System.out, System.err);
        CommandScope scope = new CommandScope(
                () -> {
                    throw new IllegalStateException("nothing is run");
                },
                () -> {
                    throw new IllegalStateException("nothing is run");
                },
                streams);
        TreeSet<String> commands = new TreeSet<>(
                new Commands(scope).commandLine(streams).getSubcommands().keySet());
        commands.removeAll(java.util.List.of("help", "generate-completion"));

        assertThat(ForgottenWord.COMMANDS).containsExactlyInAnyOrderElementsOf(commands);
    }

    private static void start(String... arguments) {
        SpringApplication application = new SpringApplicationBuilder(Empty.class)
                .web(WebApplicationType.NONE)
                .build();
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            assertThat(context.isActive()).isTrue();
        }
    }

    static class Empty {}
}
