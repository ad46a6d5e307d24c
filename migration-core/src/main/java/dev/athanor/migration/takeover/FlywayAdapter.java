package dev.athanor.migration.takeover;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.javasource.JavaStrings;
import dev.athanor.migration.template.RevisionDraft;
import java.time.format.DateTimeFormatter;

/** Writes the source of a revision in Java that calls a migration in Java of Flyway. */
final class FlywayAdapter {

    private static final String TEXT = """
            package %%PACKAGE%%;

            import dev.athanor.migration.revision.JavaRevision;
            import dev.athanor.migration.revision.Operations;
            import dev.athanor.migration.revision.RevisionHeader;
            import java.sql.Connection;
            import org.flywaydb.core.api.configuration.ClassicConfiguration;
            import org.flywaydb.core.api.configuration.Configuration;
            import org.flywaydb.core.api.migration.Context;
            import org.flywaydb.core.api.migration.JavaMigration;
            import org.springframework.jdbc.core.ResultSetExtractor;

            /** Runs a migration of Flyway as it is. Keep flyway-core on the class path as long as this revision exists. */
            @RevisionHeader(
                    id = %s,%s
                    message = %s,
                    createDate = %s,
                    irreversible = true)
            public final class %%CLASS%% implements JavaRevision {

                @Override
                public void upgrade(Operations op) {
                    JavaMigration migration = new %s();
                    // the connection of the revision is that of its queries
                    ResultSetExtractor<Boolean> run = rows -> run(migration, rows.getStatement().getConnection());
                    op.jdbc().sql("SELECT 1").query(run);
                }

                private static boolean run(JavaMigration migration, Connection connection) {
                    try {
                        migration.migrate(new Context() {
                            @Override
                            public Configuration getConfiguration() {
                                return new ClassicConfiguration();
                            }

                            @Override
                            public Connection getConnection() {
                                return connection;
                            }
                        });
                        return true;
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;

    private FlywayAdapter() {}

    static String text(RevisionDraft draft, String className) {
        String revises = draft.revision().downRevisions().stream()
                .map(id -> "\n        revises = " + JavaStrings.of(id.value()) + ",")
                .collect(joining());
        return String.format(
                TEXT,
                JavaStrings.of(draft.id().value()),
                revises,
                JavaStrings.of(draft.message()),
                JavaStrings.of(draft.createDate().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)),
                className.replace('$', '.'));
    }
}
