package dev.athanor.migration.runner;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.ReversibleRevision;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records the operations of a change without carrying them out. Queries still go to the database.
 *
 * @since 0.1.0
 */
public final class RecordingOperations implements Operations {

    private final Operations questions;
    private final List<Operation> said = new ArrayList<>();

    /** Creates a recording that passes queries on. */
    public RecordingOperations(Operations questions) {
        this.questions = questions;
    }

    /** Returns the reverse of each operation, last first. */
    public List<Operation> reversed() {
        return new Recording(said).reversed();
    }

    @Override
    public void invoke(Operation operation) {
        said.add(operation);
    }

    @Override
    public boolean isOffline() {
        return questions.isOffline();
    }

    @Override
    public int serverVersion() {
        return questions.serverVersion();
    }

    @Override
    public boolean hasExtension(String name) {
        return questions.hasExtension(name);
    }

    @Override
    public boolean offersExtension(String name) {
        return questions.offersExtension(name);
    }

    @Override
    public boolean hasTable(String name) {
        return questions.hasTable(name);
    }

    @Override
    public boolean hasColumn(String table, String column) {
        return questions.hasColumn(table, column);
    }

    @Override
    public JdbcClient jdbc() {
        throw CodeOperations.noWayBack("Access to data");
    }

    @Override
    public long batch(Batch batch) {
        throw CodeOperations.noWayBack("A batch");
    }

    @Override
    public void note(String message) {
        questions.note(message);
    }

    @Override
    public void reversed(ReversibleRevision revision) {
        throw CodeOperations.noWayBack("A reversal");
    }
}
