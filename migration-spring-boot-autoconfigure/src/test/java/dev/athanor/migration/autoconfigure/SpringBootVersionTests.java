package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Configuration;

class SpringBootVersionTests {

    @Test
    void oneThatIsTooOldIsRefusedInASentence() {
        Throwable refused = catchThrowable(() -> SpringBootVersionListener.check("3.5.8"));
        FailureAnalysis analysis = new OldSpringBootFailureAnalyzer().analyze(refused);

        assertThat(analysis.getDescription())
                .isEqualTo("Athanor needs Spring Boot 4, and this application has Spring Boot 3.5.8.");
        assertThat(analysis.getAction())
                .isEqualTo("Upgrade the application to Spring Boot 4, or remove the dependency"
                        + " migration-spring-boot-starter.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0.0", "4.1.1", "10.0.0", "5", "", "unknown"})
    void othersAreNot(String version) {
        assertThatCode(() -> SpringBootVersionListener.check(version)).doesNotThrowAnyException();
    }

    /** In a JVM whose Spring Boot calls itself 3.5.8: nothing else of the start comes first. */
    @Test
    void anApplicationOnAnOldOneEndsWithTheSentenceAndExitCodeOne(@TempDir Path folder) throws Exception {
        Path source = Files.createDirectories(folder.resolve("org/springframework/boot"))
                .resolve("SpringBootVersion.java");
        Files.writeString(
                source,
                "package org.springframework.boot; public final class SpringBootVersion {"
                        + " public static String getVersion() { return \"3.5.8\"; } }");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        Application.class.getName(),
                        "--spring.main.banner-mode=off",
                        "--spring.main.web-application-type=none")
                .redirectErrorStream(true)
                .start();
        List<String> said = read(process);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said)
                .containsSequence(
                        "Description:",
                        "",
                        "Athanor needs Spring Boot 4, and this application has Spring Boot 3.5.8.",
                        "",
                        "Action:",
                        "",
                        "Upgrade the application to Spring Boot 4, or remove the dependency"
                                + " migration-spring-boot-starter.")
                .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("Exception"));
    }

    private static List<String> read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {

        public static void main(String[] arguments) {
            SpringApplication.run(Application.class, arguments);
        }
    }
}
