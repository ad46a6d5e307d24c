package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.javaapp.JavaApplication;
import dev.athanor.javaapp.revisions.CreateArticles;
import dev.athanor.javaapp.text.Authors;
import dev.athanor.javaapp.text.Slugs;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.oddapp.Odd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** Nothing here connects: the URL is of no server. */
class JavaRevisionsTests {

    private static final String NO_SERVER = "migration.url=jdbc:postgresql://localhost:1/none";
    private static final String NO_SCRIPTS = "migration.locations=classpath:db/nothing-here";

    private static ApplicationContextRunner runner(Class<?> application) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
                .withUserConfiguration(application)
                .withPropertyValues(NO_SERVER, NO_SCRIPTS);
    }

    /** The application's package, and nothing else of the application's: as in a slice test. */
    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = JavaApplication.class)
    static class Slice {}

    /** With the application's components, and without its other auto-configurations. */
    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = JavaApplication.class)
    @ComponentScan(basePackageClasses = {CreateArticles.class, Slugs.class})
    static class Whole {}

    private static List<RegisteredRevision> all(AssertableApplicationContext context) {
        return context.getBean(JavaRevisions.class).all();
    }

    private static RegisteredRevision revision(AssertableApplicationContext context, String simpleName) {
        return all(context).stream()
                .filter(revision -> revision.type().getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thoseOfTheApplicationsPackagesFormTheGraph() {
        runner(Whole.class).run(context -> {
            assertThat(all(context))
                    .extracting(revision -> revision.type().getSimpleName())
                    .containsExactly("AddAuthors", "AddSlugs", "CreateArticles");
            assertThat(context.getBean(Migrations.class).scripts().graph().heads())
                    .hasToString("[c0a3]");
        });
    }

    @Test
    void packagesCanBeNamedOrLeftOut() {
        ApplicationContextRunner runner = runner(Whole.class);

        runner.withPropertyValues("migration.java-packages=dev.athanor.javaapp.text,dev.athanor.javaapp.revisions")
                .run(context -> assertThat(all(context)).hasSize(3));
        runner.withPropertyValues("migration.java-packages=dev.athanor.javaapp.text")
                .run(context -> assertThat(all(context)).isEmpty());
        runner.withPropertyValues("migration.java-packages=")
                .run(context -> assertThat(all(context)).isEmpty());
    }

    @Test
    void withoutPackagesThereIsNothingToSearch() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
                .withPropertyValues(NO_SERVER, NO_SCRIPTS)
                .run(context -> assertThat(all(context)).isEmpty());
    }

    @Test
    void databasesBuiltByHandTakeThoseOfAPackage() {
        runner(Whole.class).run(context -> {
            JavaRevisions revisions = context.getBean(JavaRevisions.class);

            assertThat(revisions.in("dev.athanor.javaapp.revisions")).hasSize(3);
            assertThat(revisions.in("dev.athanor.javaapp")).hasSize(3);
            assertThat(revisions.in("dev.athanor.javaapp.rev")).isEmpty();
        });
    }

    @Test
    void eachIsCreatedWithWhatItInjectsWhenItIsAskedFor() {
        runner(Whole.class).run(context -> {
            RegisteredRevision revision = revision(context, "AddSlugs");
            assertThat(context.getBeanFactory()
                            .containsSingleton(revision.type().getName()))
                    .isFalse();

            assertThat(revision.instance().get())
                    .isInstanceOf(revision.type())
                    .hasFieldOrPropertyWithValue("slugs", context.getBean(Slugs.class))
                    .isSameAs(revision.instance().get());
        });
    }

    @Test
    void oneThatIsABeanAlreadyIsUsed() {
        runner(Whole.class).run(context -> assertThat(
                        revision(context, "CreateArticles").instance().get())
                .isSameAs(context.getBean(CreateArticles.class)));
    }

    @Test
    void whatOneImportsIsThereWithoutTheApplicationsBeansAndNotTwiceWithThem() {
        runner(Slice.class).run(context -> {
            assertThat(context).hasSingleBean(Slugs.class).doesNotHaveBean(Authors.class);
            assertThat(revision(context, "AddSlugs").instance().get()).isNotNull();
        });
        runner(Whole.class)
                .run(context -> assertThat(context).hasSingleBean(Slugs.class).hasSingleBean(Authors.class));
    }

    @Test
    void oneWhoseBeanIsMissingSaysSoWhenItIsAskedFor() {
        runner(Slice.class).run(context -> assertThatThrownBy(
                        () -> revision(context, "AddAuthors").instance().get())
                .isInstanceOf(MigrationException.class)
                .hasMessage("Revision class dev.athanor.javaapp.revisions.AddAuthors needs a bean of type"
                        + " dev.athanor.javaapp.text.Authors, and this context has none.\n"
                        + "Commands and slice tests run without the application's beans: add @Import(Authors.class) to"
                        + " the revision, so that it brings what it needs; or run the command in the application's own"
                        + " context, with --migration.cli.context=full."));
    }

    @Test
    void oneThatFailsWhenItIsCreatedSaysWhy() {
        assertThatThrownBy(() -> new RevisionCreation(Odd.Failing.class, beansWith(Odd.Failing.class)).get())
                .isInstanceOf(MigrationException.class)
                .hasMessage("Revision class dev.athanor.oddapp.Odd$Failing cannot be created: no licence\n"
                        + "Fix its constructor or what it injects; nothing was run.");
    }

    private static AnnotationConfigApplicationContext beansWith(Class<?> type) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(type, definition -> definition.setLazyInit(true));
        context.refresh();
        return context;
    }

    @Test
    void aClassThatCannotBeARevisionIsRefused() {
        assertThatThrownBy(() -> RevisionType.check(Odd.Stranger.class))
                .isInstanceOf(MigrationException.class)
                .hasMessage("Class dev.athanor.oddapp.Odd$Stranger carries @RevisionHeader and does not implement"
                        + " JavaRevision.\n"
                        + "Let it implement JavaRevision or ReversibleRevision, or remove the annotation.");
        assertThatThrownBy(() -> RevisionType.check(Odd.Half.class))
                .hasMessage("Class dev.athanor.oddapp.Odd$Half carries @RevisionHeader and is abstract.\n"
                        + "Move the header to the class that is to run, or remove the annotation.");
        assertThatThrownBy(() -> RevisionType.check(Odd.Inner.class))
                .hasMessage("Class dev.athanor.oddapp.Odd$Inner carries @RevisionHeader and belongs to an object of its"
                        + " enclosing class.\n"
                        + "Make it static, or remove the annotation.");
    }

    @Test
    void noneIsOverlookedBecauseItCannotBeCreated() {
        runner(Slice.class)
                .withPropertyValues("migration.java-packages=dev.athanor.oddapp")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(MigrationException.class)
                        .hasMessageStartingWith("Class dev.athanor.oddapp.Odd$"));
    }

    @Test
    void aheadOfTimeTheFoundClassesBecomeCode() {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get("dev.athanor.javaapp", "Application")), files);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of(NO_SERVER, NO_SCRIPTS).applyTo(context);
            context.register(Whole.class, MigrationAutoConfiguration.class);

            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }

        all().forEach(name -> assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(name)))
                .accepts(generation.getRuntimeHints()));
    }

    private static List<String> all() {
        return List.of("AddAuthors", "AddSlugs", "CreateArticles").stream()
                .map(name -> "dev.athanor.javaapp.revisions." + name)
                .toList();
    }
}
