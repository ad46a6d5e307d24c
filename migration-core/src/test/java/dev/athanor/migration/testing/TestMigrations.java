package dev.athanor.migration.testing;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.MigrationsBuilder;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The facade over a test's database and scripts. */
public final class TestMigrations {

    private TestMigrations() {}

    /** With default settings. */
    public static Migrations of(TestDatabase database, Scripts scripts) {
        return of(database, scripts, UnaryOperator.identity());
    }

    /** With settings of the test's own. */
    public static Migrations of(TestDatabase database, Scripts scripts, UnaryOperator<MigrationsBuilder> settings) {
        return settings.apply(Migrations.builder(database.dataSource()).source(scripts::files))
                .build();
    }

    /** Settings with another scope or patience. */
    public static RunSettings run(TransactionScope scope, Duration lockWait) {
        return new RunSettings(scope, lockWait, "1.2.3");
    }
}
