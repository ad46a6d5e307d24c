package dev.athanor.migration.autoconfigure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final String ROOT = "dev.athanor.migration.autoconfigure";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void thePackagesHaveNoCycles() {
        slices().matching("dev.athanor.migration.(**)")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void theRootWorksWithoutActuatorAndCommandLine() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".actuate..",
                        ROOT + ".cli..",
                        "org.springframework.boot.actuate..",
                        "org.springframework.boot.health..",
                        "io.micrometer..",
                        "picocli..")
                .check(MAIN);
    }

    @Test
    void theCommandLineWorksWithoutActuator() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".actuate..",
                        "org.springframework.boot.actuate..",
                        "org.springframework.boot.health..",
                        "io.micrometer..")
                .check(MAIN);
    }

    @Test
    void thePageKnowsNoWebAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".actuate.page..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT,
                        ROOT + ".actuate",
                        ROOT + ".cli..",
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.slf4j..")
                .check(MAIN);
    }

    @Test
    void onlyTheFacadeAndItsValuesAreUsedOfTheCore() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.athanor.migration.session.Session")
                .check(MAIN);
    }
}
