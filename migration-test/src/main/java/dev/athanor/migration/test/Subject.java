package dev.athanor.migration.test;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.lint.LintScope;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.verify.VerifyReport;
import dev.athanor.migration.verify.VerifySettings;
import java.util.List;
import java.util.Optional;

/**
 * What is tested.
 *
 * @param wanted what the schema should be, where somebody says so
 * @param comparison how it is compared with that, and on which server things are tried
 */
record Subject(Migrations migrations, Optional<WantedSchema> wanted, ComparisonSettings comparison) {

    /** What the test says comes before what is found in its context. */
    Subject with(MigrationTests tests) {
        return new Subject(
                tests.migrations().orElse(migrations), tests.wantedSchema().or(() -> wanted), comparison);
    }

    VerifyReport verify(VerifySettings settings) {
        VerifySettings complete = settings.shadow().isPresent()
                ? settings
                : comparison.shadow().map(settings::shadow).orElse(settings);
        return migrations.verify(complete);
    }

    LintCheck lint(LintSettings settings, String acceptedUpTo) {
        LintSettings complete = settings.shadow().isPresent()
                ? settings
                : comparison.shadow().map(settings::withShadow).orElse(settings);
        LintSettings scoped = complete.withScope(new LintScope.Since(Target.parse(acceptedUpTo)));
        List<RevisionId> heads = migrations.scripts().graph().realHeads();
        return new LintCheck(migrations.lint(scoped), scoped, heads);
    }

    /** Of a database at its heads: an upgrade comes first, where one is needed. */
    SchemaCheck check() {
        if (wanted.isEmpty()) {
            return new SchemaCheck(Optional.empty());
        }
        migrations.upgrade();
        return new SchemaCheck(wanted.map(migrations.comparisons(comparison)::check));
    }
}
