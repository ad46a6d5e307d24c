package dev.athanor.migration;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.lang.reflect.Method;
import java.nio.MappedByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Scanner;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ArchitectureTests {

    private static final String ROOT = "dev.athanor.migration";

    /** Lists the packages from lowest to highest. Each package uses only those before it. */
    private static final List<String> ORDER = List.of(
            "error",
            "graph",
            "schema",
            "operation",
            "directive",
            "sql",
            "rendering",
            "diff",
            "javasource",
            "revision",
            "script",
            "template",
            "drawing",
            "source",
            "plan",
            "witness",
            "inspect",
            "session",
            "history",
            "lock",
            "batch",
            "runner",
            "offline",
            "standing",
            "validation",
            "status",
            "shadow",
            "autogenerate",
            "verify",
            "lint",
            "fix",
            "takeover");

    private static final List<String> PURE = List.of(
            "error",
            "graph",
            "schema",
            "operation",
            "directive",
            "sql",
            "rendering",
            "diff",
            "javasource",
            "script",
            "template",
            "drawing",
            "plan");

    /**
     * Lists the packages of the JDK that only hold values and compute. Their subpackages, such as those for logging and
     * archives, are left out.
     */
    private static final String[] VALUES = {
        ROOT + "..",
        "java.lang",
        "java.lang.annotation",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.nio",
        "java.nio.charset",
        "java.text",
        "java.time..",
        "java.util",
        "java.util.function",
        "java.util.random",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.annotations"
    };

    /** Lists the classes of these packages that lead outside, to the clock or to randomness. */
    private static final Class<?>[] OUTSIDE = {
        System.class,
        Runtime.class,
        Process.class,
        ProcessBuilder.class,
        ProcessHandle.class,
        Thread.class,
        ClassLoader.class,
        Clock.class,
        InstantSource.class,
        MappedByteBuffer.class,
        Random.class,
        SplittableRandom.class,
        Scanner.class,
        ServiceLoader.class,
        ResourceBundle.class,
        Timer.class
    };

    private static final String[] DATABASE = {
        ROOT,
        ROOT + ".witness..",
        ROOT + ".inspect..",
        ROOT + ".session..",
        ROOT + ".history..",
        ROOT + ".lock..",
        ROOT + ".batch..",
        ROOT + ".runner..",
        ROOT + ".standing..",
        ROOT + ".validation..",
        ROOT + ".status..",
        ROOT + ".shadow..",
        ROOT + ".autogenerate..",
        ROOT + ".verify..",
        ROOT + ".lint..",
        ROOT + ".fix..",
        ROOT + ".takeover.."
    };

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Checks both directions, because a place without a package would be a rule that checks nothing. */
    @Test
    void everyPackageHasItsPlace() {
        Set<String> packages = new TreeSet<>();
        MAIN.forEach(type -> packages.add(type.getPackageName()));

        Set<String> places = new TreeSet<>(List.of(ROOT));
        ORDER.forEach(name -> places.add(ROOT + "." + name));
        assertThat(packages).isEqualTo(places);
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
                .check(MAIN);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
    }

    static List<String> purePackages() {
        return PURE;
    }

    /** Checks allowed dependencies rather than forbidden ones, so that no forgotten way to the outside is open. */
    @ParameterizedTest
    @MethodSource("purePackages")
    void purePackagesKnowOnlyValuesAndFunctions(String name) {
        classes()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(VALUES)
                        .and(not(belongToAnyOf(OUTSIDE)))
                        .or(belongToAnyOf(MessageDigest.class, NoSuchAlgorithmException.class, Method.class)))
                .check(MAIN);
    }

    /** Checks that the same input leads to the same result at any time. */
    @ParameterizedTest
    @MethodSource("purePackages")
    void purePackagesReadNoClockAndNoChance(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .accessTargetWhere(describe("reads the clock, chance or the class path", ArchitectureTests::isImpure))
                .check(MAIN);
    }

    private static boolean isImpure(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String method = access.getTarget().getName();
        return owner.startsWith("java.time.") && method.equals("now")
                || owner.equals("java.util.UUID") && method.equals("randomUUID")
                || owner.equals("java.lang.Math") && method.equals("random")
                || owner.equals("java.util.Collections") && method.equals("shuffle")
                || owner.equals("java.util.Date") && method.equals("<init>")
                || owner.equals("java.util.random.RandomGenerator")
                        && (method.equals("of") || method.equals("getDefault"))
                || owner.equals("java.util.TimeZone") && method.equals("getDefault")
                || owner.equals("java.time.ZoneId") && method.equals("systemDefault")
                || owner.equals("java.util.Locale") && method.equals("getDefault")
                || owner.equals("java.lang.Class") && method.startsWith("getResource");
    }

    /** Checks all classes except the client, which has its own rule below. */
    @Test
    void onlyPackagesThatReadOrChangeADatabaseKnowIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DATABASE)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.springframework..")
                                .and(not(belongToAnyOf(JdbcClient.class))))
                .check(MAIN);
    }

    @Test
    void outsideOfThoseOnlyARevisionInJavaIsHandedAClient() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DATABASE)
                .and()
                .resideOutsideOfPackages(ROOT + ".revision", ROOT + ".offline")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(JdbcClient.class)
                .check(MAIN);
    }

    @Test
    void onlyWhatRunsPlansAndTheFacadeLog() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT, ROOT + ".session", ROOT + ".lock", ROOT + ".batch", ROOT + ".runner", ROOT + ".status")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.slf4j..", "java.util.logging..", "org.apache.commons.logging..", "org.apache.logging..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(System.Logger.class)
                .check(MAIN);
    }

    @Test
    void nothingIsWrittenToTheStandardStreams() {
        noClasses().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS).check(MAIN);
    }

    @Test
    void whatRunsPlansKnowsNoPlanner() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".session",
                        ROOT + ".history",
                        ROOT + ".lock",
                        ROOT + ".batch",
                        ROOT + ".runner",
                        ROOT + ".offline")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".plan.Planner")
                .check(MAIN);
    }

    @Test
    void aPlanIsWrittenDownWithoutADatabase() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".offline")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".session.Session")
                .check(MAIN);
    }

    /** Checks that the two witnesses of a comparison share no code: what one does not see, the other may see. */
    @Test
    void theWitnessAndTheReaderDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".witness")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(ROOT + ".witness", ROOT + ".sql"))))
                .check(MAIN);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".schema", ROOT + ".inspect", ROOT + ".diff")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".witness")
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
