package dev.athanor.migration.offline;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.ReversibleRevision;
import dev.athanor.migration.runner.LocatedStatements;
import dev.athanor.migration.runner.RecordingOperations;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Collects the statements of a revision in Java for {@code --sql}, and refuses operations that need a database. */
final class OfflineOperations implements Operations {

    private final RevisionScript script;
    private final LocatedStatements said;
    private final List<Statement> statements = new ArrayList<>();

    private OfflineOperations(RevisionScript script, LocatedStatements said) {
        this.script = script;
        this.said = said;
    }

    /**
     * Returns the statements of a section in Java.
     *
     * @throws MigrationException if the section needs a database
     */
    static List<Statement> statements(RevisionScript script, Section section, JavaCode code) {
        OfflineOperations operations = new OfflineOperations(script, new LocatedStatements(script, section, code));
        code.run(operations);
        return operations.statements;
    }

    @Override
    public void invoke(Operation operation) {
        statements.addAll(said.of(operation));
    }

    @Override
    public boolean isOffline() {
        return true;
    }

    @Override
    public int serverVersion() {
        throw refusal("asks for the server's version");
    }

    @Override
    public boolean hasExtension(String name) {
        throw refusal("asks whether extension " + name + " is installed");
    }

    @Override
    public boolean offersExtension(String name) {
        throw refusal("asks whether the server offers extension " + name);
    }

    @Override
    public boolean hasTable(String name) {
        throw refusal("asks whether there is a table " + name);
    }

    @Override
    public boolean hasColumn(String table, String column) {
        throw refusal("asks whether table " + table + " has a column " + column);
    }

    @Override
    public JdbcClient jdbc() {
        throw refusal("accesses data");
    }

    @Override
    public long batch(Batch batch) {
        throw refusal("walks table " + batch.table() + " in batches");
    }

    private MigrationException refusal(String does) {
        return new MigrationException(
                script.describe() + " " + does + " at " + script.at(said.place().now())
                        + ", and a plan that is written down has no database.",
                "Run it online, or write what it does in SQL; op.isOffline() tells it when there is none.");
    }

    @Override
    public void note(String message) {
        // nothing runs yet, so there is no log to write to
    }

    @Override
    public void reversed(ReversibleRevision revision) {
        RecordingOperations recording = new RecordingOperations(this);
        revision.change(recording);
        recording.reversed().forEach(this::invoke);
    }
}
