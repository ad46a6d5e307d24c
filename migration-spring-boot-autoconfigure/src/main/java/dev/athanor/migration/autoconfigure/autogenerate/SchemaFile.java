package dev.athanor.migration.autoconfigure.autogenerate;

import dev.athanor.migration.autogenerate.ComparisonException;
import dev.athanor.migration.autogenerate.SchemaNames;
import dev.athanor.migration.autogenerate.SchemaScript;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.springframework.core.io.ResourceLoader;

/**
 * Reads the wanted schema from a file, when it is needed.
 *
 * @param location the location as Spring spells it: {@code file:db/schema.sql}, {@code classpath:schema.sql}
 */
record SchemaFile(String location, ResourceLoader resources) implements WantedSchema {

    @Override
    public String describe() {
        return location;
    }

    @Override
    public String label() {
        return script().label();
    }

    @Override
    public SchemaNames names() {
        return script().names();
    }

    @Override
    public DatabaseObjects databaseObjects() {
        return script().databaseObjects();
    }

    @Override
    public WantedSchema withPrivileges() {
        return script().withPrivileges();
    }

    @Override
    public void create(Connection connection) {
        script().create(connection);
    }

    private SchemaScript script() {
        return SchemaScript.of(new ScriptFile(location, text()));
    }

    private String text() {
        try {
            return resources.getResource(location).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ComparisonException(
                    "The wanted schema cannot be read from " + location + ": " + e.getMessage(),
                    "Correct migration.autogenerate.source, such as file:src/main/resources/db/schema.sql.",
                    e);
        }
    }
}
