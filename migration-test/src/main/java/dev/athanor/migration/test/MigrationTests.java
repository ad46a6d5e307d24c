package dev.athanor.migration.test;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.verify.ChainProof;
import dev.athanor.migration.verify.RevisionEffect;
import dev.athanor.migration.verify.RevisionProof;
import dev.athanor.migration.verify.VerifyReport;
import dev.athanor.migration.verify.VerifySettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of an application's revisions: {@code @SpringBootTest class RevisionsTests implements MigrationTests {}}.
 *
 * <p>Revisions are run in a throw-away database, once for all tests of a class. What a class does not want, it overrides.
 *
 * @since 0.1.0
 */
@ExtendWith(MigrationExtension.class)
@SuppressWarnings("exports") // JUnit creates the extension; nobody else needs it
public interface MigrationTests {

    /** The migrations that are tested; empty for those of the test's Spring context. */
    default Optional<Migrations> migrations() {
        return Optional.empty();
    }

    /** What the schema should be; empty for what the test's Spring context says, such as the JPA entities. */
    default Optional<WantedSchema> wantedSchema() {
        return Optional.empty();
    }

    /** What is verified, and on which server: every revision, beside the database of the migrations. */
    default VerifySettings verifySettings() {
        return VerifySettings.all();
    }

    /**
     * Returns the revision up to which findings of lint are accepted: it and all that it needs are not looked at. By
     * default, every revision is looked at. Override it if your history is older than lint.
     */
    default String acceptedUpTo() {
        return "base";
    }

    /** Returns how revisions are looked at: as the migrations are configured, {@code migration.lint.*}. */
    default LintSettings lintSettings(Migrations migrations) {
        return migrations.lintSettings();
    }

    /** Two heads are two developers who have not merged yet. */
    @Test
    default void thereIsOneHead(Migrations migrations) {
        List<RevisionId> heads = migrations.scripts().graph().realHeads();
        if (heads.size() > 1) {
            Assertions.fail("There are " + heads.size() + " heads, "
                    + CappedList.of(
                            heads.stream().map(RevisionId::value).sorted().toList())
                    + ": join them with `migration merge heads`.");
        }
    }

    /** Every revision can be applied, from an empty database on. */
    @Test
    default void everyUpgradeRuns(VerifyReport report) {
        List<RevisionProof> failed = report.revisions().stream()
                .filter(one -> one.effect() == RevisionEffect.UNKNOWN)
                .toList();
        if (!failed.isEmpty()) {
            Assertions.fail(failed.stream().map(RevisionProof::toString).collect(Collectors.joining("\n")));
        }
    }

    /** A test a revision: its downgrade gives back the schema from before it, or says that it is irreversible. */
    @TestFactory
    default Stream<DynamicTest> everyDowngradeGivesBackTheSchema(VerifyReport report) {
        return report.revisions().stream()
                .map(one -> DynamicTest.dynamicTest(one.script().describe(), () -> {
                    if (one.proof() == Proof.UNPROVEN) {
                        Assertions.fail(one.toString());
                    }
                }));
    }

    /** All revisions in one go, down as far as they go and up again. */
    @Test
    default void allGoDownAndUpAgain(VerifyReport report) {
        Optional<ChainProof> unproven = report.chain().filter(chain -> chain.proof() == Proof.UNPROVEN);
        unproven.ifPresent(chain ->
                Assertions.fail(chain.findings().stream().map(Object::toString).collect(Collectors.joining("\n"))));
    }

    /** No revision stops users or old code, or loses data, unless its script says why that is right. */
    @Test
    default void noRevisionIsDangerous(LintCheck check) {
        if (check.fails()) {
            Assertions.fail(check.text());
        }
    }

    /** The database, upgraded, is what the application wants; aborted where it does not say what that is. */
    @Test
    default void theSchemaIsTheWantedOne(SchemaCheck check) {
        Assumptions.assumeTrue(check.report().isPresent(), "There is no WantedSchema to compare with");
        check.report().filter(report -> !report.matches()).ifPresent(report -> Assertions.fail(report.text()));
    }
}
