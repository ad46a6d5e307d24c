package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** Nothing here connects: the URLs are of no server. */
class FurtherDatabasesTests {

    private static final String NO_SERVER = "migration.url=jdbc:postgresql://localhost:1/none";
    private static final String AUDIT = "migration.databases.audit.url=jdbc:postgresql://localhost:1/audit";

    private static ApplicationContextRunner runner(String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
                .withPropertyValues(AUDIT)
                .withPropertyValues(properties);
    }

    @Test
    void aheadOfTimeTheyBecomeCode() throws Exception {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get("dev.athanor.severalapp", "Application")), files);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of(NO_SERVER, AUDIT).applyTo(context);
            context.register(MigrationAutoConfiguration.class);

            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            generation.writeGeneratedContent();
        }

        StringBuilder code = new StringBuilder();
        for (var file : files.getGeneratedFiles(Kind.SOURCE).values()) {
            file.getInputStream().transferTo(new java.io.OutputStream() {
                @Override
                public void write(int one) {
                    code.append((char) one);
                }
            });
        }
        assertThat(code).contains("\"auditMigrations\"", "further");
    }

    @Test
    void withoutAConnectionThereIsNoDefaultOne() {
        runner().run(context -> {
            assertThat(context).hasSingleBean(Migrations.class);
            assertThat(context.getBean(MigrationDatabases.class).all())
                    .extracting(Migrations::name)
                    .containsExactly("audit");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', src/main/resources/db/audit",
        "classpath:db/trail, src/main/resources/db/trail",
        "/db/trail, src/main/resources/db/trail",
        "file:./trail, ./trail",
    })
    void newRevisionsGoWhereTheBuildTakesThemFrom(String location, String directory) {
        runner(NO_SERVER, "migration.databases.audit.locations=" + location)
                .run(context -> assertThat(context.getBean(MigrationDatabases.class)
                                .properties("audit")
                                .directory())
                        .containsExactly(directory));
    }

    @Test
    void placeholdersAddToThoseOfTheDefaultOne() {
        runner(
                        NO_SERVER,
                        "migration.placeholders.owner=app",
                        "migration.placeholders.role=reader",
                        "migration.databases.audit.placeholders.role=auditor")
                .run(context -> assertThat(context.getBean(MigrationDatabases.class)
                                .properties("audit")
                                .placeholders())
                        .containsOnly(java.util.Map.entry("owner", "app"), java.util.Map.entry("role", "auditor")));
    }

    @Test
    void anEnvironmentVariableReachesADatabaseWithADashInItsName() {
        runner(NO_SERVER, "migration.databases.order-archive.url=jdbc:postgresql://localhost:1/archive")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.SystemEnvironmentPropertySource(
                                "test-systemEnvironment",
                                java.util.Map.of("MIGRATION_DATABASES_ORDERARCHIVE_TARGET", "a0d1"))))
                .run(context -> assertThat(context.getBean(MigrationDatabases.class).all().stream()
                                .map(database -> database.name() + " " + database.target()))
                        .containsExactly("default heads", "audit heads", "order-archive a0d1"));
    }
}
