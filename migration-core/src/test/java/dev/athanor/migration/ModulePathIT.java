package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.springframework.beans.BeanWrapper;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application that is a module itself, and has the built jar on its module path. */
@ExtendWith(PostgresExtension.class)
class ModulePathIT {

    private static final String MODULE = "module com.acme.shop { requires dev.athanor.migration; }";

    private static final String MAIN = """
            package com.acme.shop;

            import dev.athanor.migration.Migrations;
            import dev.athanor.migration.source.RevisionSources;
            import dev.athanor.migration.status.MigrationStatus;
            import org.springframework.jdbc.datasource.DriverManagerDataSource;

            public final class Main {
                public static void main(String[] arguments) {
                    var dataSource = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
                    var source = RevisionSources.parse("classpath:db/revisions", Main.class.getClassLoader());
                    try (Migrations migrations = Migrations.builder(dataSource).source(source).build()) {
                        migrations.upgrade();
                        MigrationStatus status = migrations.status();
                        System.out.println(Migrations.class.getModule() + " " + status.state() + " " + status.current());
                    }
                }
            }
            """;

    private static final String REVISION = """
            -- add orders
            --
            -- Revision ID: a1

            -- @upgrade
            CREATE TABLE orders (id int PRIMARY KEY);

            -- @downgrade
            DROP TABLE orders;
            """;

    private static final Path CORE = Path.of(System.getProperty("migration-core.jar"));

    @TempDir
    private Path folder;

    @Test
    void aModuleUpgradesItsDatabase(TestDatabase database) throws Exception {
        Path application = application(MAIN);
        assertThat(compile(application)).isEmpty();

        String printed = run(jar(application), database);

        assertThat(printed).isEqualTo("module dev.athanor.migration AT_HEAD a1");
        assertThat(database.exists("orders")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drawing.TextGraph",
                "inspect.SchemaReader",
                "javasource.JavaBody",
                "offline.SqlScript",
                "rendering.SqlText",
                "shadow.ThrowAwayDatabase"
            })
    void aModuleCannotUseWhatIsOurs(String type) throws Exception {
        String name = "dev.athanor.migration." + type;
        assertThat(Class.forName(name)).isPublic();
        Path application = application("package com.acme.shop; class Main { " + name + " ours; }");

        assertThat(compile(application))
                .containsExactly("package " + name.substring(0, name.lastIndexOf('.')) + " is not visible");
    }

    private Path application(String main) throws IOException {
        Path application = folder.resolve("shop");
        Path source = Files.createDirectories(application.resolve("com/acme/shop"));
        Path revisions = Files.createDirectories(application.resolve("db/revisions"));
        Files.writeString(application.resolve("module-info.java"), MODULE);
        Files.writeString(source.resolve("Main.java"), main);
        Files.writeString(revisions.resolve("a1_add_orders.sql"), REVISION);
        return application;
    }

    /** Returns the errors. */
    private static List<String> compile(Path application) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, Locale.ENGLISH, null)) {
            compiler.getTask(
                            null,
                            files,
                            problems,
                            List.of("--release", "17", "-proc:none", "--module-path", modulePath()),
                            null,
                            files.getJavaFileObjects(
                                    application.resolve("module-info.java"),
                                    application.resolve("com/acme/shop/Main.java")))
                    .call();
        }
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem ->
                        problem.getMessage(Locale.ENGLISH).lines().findFirst().orElseThrow())
                .toList();
    }

    private Path jar(Path application) {
        Path jar = folder.resolve("shop.jar");
        int code = java.util.spi.ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", application.toString(), ".");
        assertThat(code).isZero();
        return jar;
    }

    private static String run(Path jar, TestDatabase database) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "--module-path",
                jar + System.getProperty("path.separator") + modulePath(),
                "--module",
                "com.acme.shop/com.acme.shop.Main"));
        command.addAll(List.of(database.url(), database.user(), database.password()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.strip();
    }

    private static String modulePath() throws URISyntaxException {
        List<String> jars = new ArrayList<>(List.of(CORE.toString()));
        for (Class<?> type : List.of(
                JdbcClient.class,
                DataAccessException.class,
                BeanWrapper.class,
                Resource.class,
                LogFactory.class,
                Logger.class,
                NullMarked.class,
                Driver.class)) {
            jars.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return jars.stream().collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
