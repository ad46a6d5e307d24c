package dev.athanor.migration.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Downgrades that run and leave another schema, between right ones. */
@ExtendWith(PostgresExtension.class)
class SubtleDowngradesIT {

    @Test
    void namesExactlyTheWrongOnes(TestDatabase database) {
        Migrations migrations = Migrations.builder(database.dataSource())
                .source(new ClasspathSource(SubtleDowngradesIT.class.getClassLoader(), "subtle-downgrades"))
                .build();

        VerifyReport report = migrations.verify(VerifySettings.all());
        System.out.println(report);

        assertThat(report.restores()).isFalse();
        assertThat(timeless(report)).isEqualTo("");
    }

    /** What took how long differs each time. */
    static String timeless(VerifyReport report) {
        return report.toString().replaceAll(" +\\d+ ms", " # ms").replaceAll("\\d+\\.\\d s", "# s");
    }
}
