package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests the roles of {@code docs/least-privilege.sql}: runs that file, and then checks what the roles can and cannot
 * do.
 */
@ExtendWith(PostgresExtension.class)
class LeastPrivilegeIT {

    private static final Path FILE = Path.of("..", "docs", "least-privilege.sql");
    private static final Scripts SCRIPTS = Scripts.none()
            .with(
                    "a1",
                    "",
                    "CREATE TYPE mood AS ENUM ('calm');\nCREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, m mood);\n"
                            + "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';",
                    "DROP FUNCTION f();\nDROP TABLE t;\nDROP TYPE mood;")
            .with(
                    "b1",
                    Scripts.header("b1", "a1")
                            + "-- @upgrade transaction=none\nCREATE INDEX CONCURRENTLY t_m ON t (m);\n"
                            + "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'glad';\nVACUUM t;\n"
                            + "-- @downgrade transaction=none\nDROP INDEX CONCURRENTLY t_m;\n");

    @Test
    void theMigratorMigratesAndTheApplicationDoesNot(TestDatabase database) throws Exception {
        run(database);
        database.execute("ALTER ROLE app_migrator PASSWORD 'm'");
        database.execute("ALTER ROLE app PASSWORD 'a'");

        as(database, "app_migrator", "m").upgrade();
        run(database);

        TestDatabase application = new TestDatabase(database.name(), database.url(), "app", "a");
        application.execute("INSERT INTO app.t (m) VALUES ('glad')");
        assertThat(as(database, "app", "a").status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThatThrownBy(() -> application.execute("DELETE FROM app.migration_version"))
                .rootCause()
                .hasMessageContaining("permission denied for table migration_version");
        assertThatThrownBy(() -> application.execute("CREATE TABLE app.x ()"))
                .rootCause()
                .hasMessageContaining("permission denied for schema app");
        assertThatThrownBy(() -> as(database, "app", "a").downgrade("a1"))
                .hasMessageContaining("permission denied for table migration_history");
        as(database, "app_migrator", "m").downgrade("a1");
        as(database, "app_migrator", "m").upgrade();
        assertThat(database.count("SELECT count(*) FROM app.t")).isEqualTo(1);
        assertThat(database.texts("SELECT DISTINCT database_user FROM app.migration_history WHERE outcome = 'success'"))
                .containsExactly("app_migrator");
    }

    private static Migrations as(TestDatabase database, String role, String password) {
        return TestMigrations.of(
                new TestDatabase(database.name(), database.url(), role, password),
                SCRIPTS,
                builder -> builder.tables(new Tables("app", Tables.VERSION_TABLE, Tables.HISTORY_TABLE)));
    }

    private static void run(TestDatabase database) throws IOException, SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(FILE));
        }
    }

    @AfterEach
    void dropRoles(TestDatabase database) {
        for (String role : new String[] {"app", "app_migrator"}) {
            database.execute("DROP OWNED BY " + role + " CASCADE");
            database.execute("DROP ROLE " + role);
        }
    }
}
