package dev.athanor.migration.autoconfigure.actuate;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.athanor.migration.autoconfigure.json.JsonTree;
import dev.athanor.migration.autoconfigure.json.RevisionDescriptor;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Represents the body of {@code /actuator/migrations/{revision}}.
 *
 * @param revision the content of {@code migration show --json}, with what this database knows about the revision
 */
public record RevisionBody(RevisionDescriptor revision) implements OperationResponseBody {

    /** Returns the JSON, which no setting of the application's JSON library changes. */
    @JsonValue
    public Map<String, Object> json() {
        return JsonTree.of(revision);
    }
}
