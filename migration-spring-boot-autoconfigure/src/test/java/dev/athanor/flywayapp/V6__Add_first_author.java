package dev.athanor.flywayapp;

import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** A migration in Java, which Flyway finds by its name. */
public class V6__Add_first_author extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("INSERT INTO authors (name) VALUES ('Anna')");
        }
    }
}
