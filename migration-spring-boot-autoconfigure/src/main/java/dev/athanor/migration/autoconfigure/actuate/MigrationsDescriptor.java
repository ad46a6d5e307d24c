package dev.athanor.migration.autoconfigure.actuate;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.athanor.migration.autoconfigure.json.JsonTree;
import dev.athanor.migration.autoconfigure.json.StatusDescriptor;
import dev.athanor.migration.autoconfigure.json.StatusDescriptor.DatabaseDescriptor;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Represents the body of {@code /actuator/migrations}.
 *
 * @param status the content, which {@code migration status --json} prints as well
 */
public record MigrationsDescriptor(StatusDescriptor status) implements OperationResponseBody {

    /** Returns one entry a database, under its name. */
    public Map<String, DatabaseDescriptor> databases() {
        return status.databases();
    }

    /** Returns the JSON, which no setting of the application's JSON library changes. */
    @JsonValue
    public Map<String, Object> json() {
        return JsonTree.of(status);
    }
}
