package dev.athanor.migration.autoconfigure.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.autoconfigure.MigrationAutoConfiguration;
import dev.athanor.migration.autoconfigure.jpa.JpaWantedSchema;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Nothing connects: there is an entity manager factory by definition, and none is created. */
class MigrationAutogenerateAutoConfigurationTests {

    private static final SchemaObject NOTES = SchemaObject.of(ObjectKind.TABLE, QualifiedName.of("notes"));
    private static final SchemaObject LOG = SchemaObject.of(ObjectKind.TABLE, QualifiedName.of("log"));

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(EntityManagerFactory.class, Mapped::create, definition -> definition.setLazyInit(true))
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    MigrationAutoConfiguration.class,
                    MigrationAutogenerateAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=jdbc:postgresql://nowhere/none",
                    "spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource");

    @Test
    void anApplicationWithJpaWantsWhatItsEntitiesWant() {
        application.run(
                context -> assertThat(context.getBean(WantedSchema.class)).isInstanceOf(JpaWantedSchema.class));
        application
                .withPropertyValues("migration.autogenerate.source=jpa")
                .run(context -> assertThat(context.getBean(WantedSchema.class)).isInstanceOf(JpaWantedSchema.class));
    }

    @Test
    void aFileThatIsNamedComesBeforeTheEntities() {
        application
                .withPropertyValues("migration.autogenerate.source=classpath:schema.sql")
                .run(context -> assertThat(context.getBean(WantedSchema.class).describe())
                        .isEqualTo("classpath:schema.sql"));
    }

    @Test
    void aBeanComesBeforeBoth() {
        application
                .withPropertyValues("migration.autogenerate.source=classpath:schema.sql")
                .withBean(WantedSchema.class, Own::new)
                .run(context -> assertThat(context.getBean(WantedSchema.class)).isInstanceOf(Own.class));
    }

    @Test
    void withoutHibernateThereIsNothingUnlessAFileIsNamed() {
        ApplicationContextRunner without = application.withClassLoader(new FilteredClassLoader(SessionFactory.class));

        without.run(context -> assertThat(context).doesNotHaveBean(WantedSchema.class));
        without.withPropertyValues("migration.autogenerate.source=jpa")
                .run(context -> assertThat(context).doesNotHaveBean(WantedSchema.class));
        without.withPropertyValues("migration.autogenerate.source=file:schema.sql")
                .run(context -> assertThat(context).hasSingleBean(WantedSchema.class));
    }

    @Test
    void withoutMigrationsThereIsNothing() {
        application.withPropertyValues("migration.enabled=false").run(context -> assertThat(context)
                .doesNotHaveBean(WantedSchema.class)
                .doesNotHaveBean(ComparisonSettings.class));
    }

    @Test
    void byDefaultEverythingIsCompared() {
        application.run(context -> {
            ComparisonSettings settings = context.getBean(ComparisonSettings.class);

            assertThat(settings.options().withInclude(DiffOptions.EXACT.include()))
                    .isEqualTo(ComparisonSettings.defaults().options());
            assertThat(settings.options().include()).accepts(NOTES, LOG);
            assertThat(settings.shadow()).isEmpty();
            assertThat(settings.schemas()).isEmpty();
        });
    }

    @Test
    void propertiesSayWhatCounts() {
        application
                .withPropertyValues(
                        "migration.autogenerate.compare-types=false",
                        "migration.autogenerate.compare-defaults=false",
                        "migration.autogenerate.compare-comments=false",
                        "migration.autogenerate.compare-privileges=true",
                        "migration.autogenerate.avoid-locks=false",
                        "migration.autogenerate.schemas=audit,desk",
                        "migration.autogenerate.exclude=table log",
                        "migration.shadow.url=jdbc:postgresql://other/shadow")
                .run(context -> {
                    ComparisonSettings settings = context.getBean(ComparisonSettings.class);

                    assertThat(settings.options().types()).isFalse();
                    assertThat(settings.options().defaults()).isFalse();
                    assertThat(settings.options().comments()).isFalse();
                    assertThat(settings.options().privileges()).isTrue();
                    assertThat(settings.options().locks()).isEqualTo(DiffOptions.Locks.ACCEPTED);
                    assertThat(settings.options().include()).accepts(NOTES).rejects(LOG);
                    assertThat(settings.schemas()).containsExactly("audit", "desk");
                    assertThat(settings.shadow()).isPresent();
                });
    }

    @Test
    void patternsAndBeansMustAgree() {
        application
                .withPropertyValues("migration.autogenerate.include=notes")
                .withBean(IncludeObject.class, () -> object -> object.kind() != ObjectKind.INDEX)
                .run(context -> assertThat(context.getBean(ComparisonSettings.class)
                                .options()
                                .include())
                        .accepts(NOTES)
                        .rejects(LOG, new SchemaObject(ObjectKind.INDEX, QualifiedName.of("notes"), "by_text")));
    }

    private static final class Mapped {

        static EntityManagerFactory create() {
            throw new IllegalStateException("created");
        }
    }

    private static final class Own implements WantedSchema {

        @Override
        public String describe() {
            return "mine";
        }

        @Override
        public void create(Connection connection) {}
    }
}
