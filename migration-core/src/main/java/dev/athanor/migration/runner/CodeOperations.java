package dev.athanor.migration.runner;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.ReversibleRevision;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Implements the operations that a revision in Java is given while it runs. */
final class CodeOperations implements Operations {

    private static final Logger log = LoggerFactory.getLogger(CodeOperations.class);
    private static final int PER_MAJOR = 10_000;

    /** Receives the operations. */
    interface Target {

        /** Takes an operation and carries it out at the latest when {@link #flush} is called. */
        void take(Operation operation);

        /** Carries out the operations that were taken. */
        void flush();

        /** Runs a batch on a table. All operations taken before have already been carried out. */
        long batch(Batch batch);
    }

    private final Session session;
    private final Target target;
    private final List<Operation> said = new ArrayList<>();
    private boolean dataTouched;

    CodeOperations(Session session, Target target) {
        this.session = session;
        this.target = target;
    }

    /** Returns the recorded operations, or an empty list if the revision also accessed data, which has no reverse. */
    List<Operation> said() {
        return dataTouched ? List.of() : said;
    }

    @Override
    public void invoke(Operation operation) {
        said.add(operation);
        target.take(operation);
        if (dataTouched) {
            target.flush();
        }
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    @Override
    public int serverVersion() {
        return Integer.parseInt(ask("SELECT current_setting('server_version_num')")) / PER_MAJOR;
    }

    @Override
    public boolean hasExtension(String name) {
        return Boolean.parseBoolean(ask("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = ?)::text", name));
    }

    @Override
    public boolean offersExtension(String name) {
        return Boolean.parseBoolean(
                ask("SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = ?)::text", name));
    }

    @Override
    public boolean hasTable(String name) {
        return Boolean.parseBoolean(ask(
                "SELECT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(?) AND relkind IN"
                        + " ('r', 'p', 'v', 'm', 'f'))::text",
                regclass(named(name))));
    }

    @Override
    public boolean hasColumn(String table, String column) {
        return Boolean.parseBoolean(ask(
                "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(?) AND attname = ? AND attnum"
                        + " > 0 AND NOT attisdropped)::text",
                regclass(named(table)),
                column));
    }

    private static String regclass(QualifiedName name) {
        String own = new Identifier(name.name()).quoted();
        return name.schema() == null ? own : new Identifier(name.schema()).quoted() + "." + own;
    }

    private String ask(String sql, Object... parameters) {
        target.flush();
        return session.single(sql, parameters).orElse("null");
    }

    @Override
    public JdbcClient jdbc() {
        target.flush();
        dataTouched = true;
        return session.clientForScripts();
    }

    @Override
    public long batch(Batch batch) {
        target.flush();
        dataTouched = true;
        return target.batch(batch);
    }

    @Override
    public void note(String message) {
        log.info("{}", message);
    }

    @Override
    public void reversed(ReversibleRevision revision) {
        RecordingOperations recording = new RecordingOperations(this);
        revision.change(recording);
        recording.reversed().forEach(this::invoke);
    }

    static MigrationException noWayBack(String what) {
        return new MigrationException(
                what + " cannot be reversed by itself.",
                "Write upgrade(Operations) and downgrade(Operations) in place of change(Operations).");
    }
}
