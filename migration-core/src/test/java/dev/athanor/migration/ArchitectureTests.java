package dev.athanor.migration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTests {

    private static final String ROOT = "dev.athanor.migration";

    /** Lowest first: each uses only those before it. */
    private static final List<String> ORDER = List.of(
            "error",
            "graph",
            "schema",
            "operation",
            "sql",
            "diff",
            "javasource",
            "revision",
            "script",
            "template",
            "drawing",
            "source",
            "plan",
            "inspect",
            "runner",
            "standing",
            "validation",
            "status",
            "shadow",
            "autogenerate",
            "verify");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void everyPackageHasItsPlace() {
        List<String> allowed = new ArrayList<>(List.of(ROOT));
        ORDER.forEach(name -> allowed.add(ROOT + "." + name));

        classes().should().resideInAnyPackage(allowed.toArray(String[]::new)).check(MAIN);
    }

    static List<String> packages() {
        return ORDER;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyEarlierOnes(String name) {
        List<String> later = new ArrayList<>(List.of(ROOT));
        ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).forEach(other -> later.add(ROOT + "." + other));

        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error",
                "graph",
                "schema",
                "operation",
                "sql",
                "diff",
                "javasource",
                "script",
                "template",
                "drawing",
                "plan"
            })
    void purePackagesKnowNoDatabaseFileOrLogger(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.io..",
                        "java.nio.file..",
                        "org.springframework..",
                        "org.slf4j..")
                .check(MAIN);
    }

    @Test
    void onlyTheRunnerAndTheFacadeKnowTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".source..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework..")
                .check(MAIN);
    }

    @Test
    void onlyTheRunnerAndTheFacadeLog() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".status", ROOT + ".runner")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(MAIN);
    }

    @Test
    void theCoreKnowsNoSpringBoot() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.boot..")
                .check(MAIN);
    }
}
