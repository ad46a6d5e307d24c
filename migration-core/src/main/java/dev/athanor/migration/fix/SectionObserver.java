package dev.athanor.migration.fix;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.runner.StatementObserver;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the schema between the statements of a section while the engine runs it. */
final class SectionObserver implements StatementObserver {

    private final Tables tables;
    private final List<ObservedStatement> seen = new ArrayList<>();
    private @Nullable SchemaScope scope;
    private @Nullable Schema latest;

    SectionObserver(Tables tables) {
        this.tables = tables;
    }

    /** Observes what runs from now on, in these schemas. */
    void begin(Set<String> schemas) {
        String main = Objects.requireNonNull(tables.schema(), "a schema");
        String[] others =
                schemas.stream().filter(name -> !name.equals(main)).sorted().toArray(String[]::new);
        scope = SchemaScope.of(main).with(others).without(tables.versionTable(), tables.historyTable());
        seen.clear();
        latest = null;
    }

    /** Returns what was observed since the beginning, in order. */
    List<ObservedStatement> seen() {
        return List.copyOf(seen);
    }

    @Override
    public boolean observes() {
        return scope != null;
    }

    @Override
    public void statementBegins(Session session, Statement statement, int number) {
        seen.removeIf(earlier -> earlier.number() >= number);
        if (seen.isEmpty()) {
            latest = read(session);
        }
    }

    @Override
    public void statementEnded(Session session, Statement statement, int number) {
        Schema before = Objects.requireNonNull(latest, "the schema before");
        Schema after = read(session);
        seen.add(new ObservedStatement(number, statement.sql(), before, after));
        latest = after;
    }

    private Schema read(Session session) {
        return SchemaReader.read(session.connection(), Objects.requireNonNull(scope, "a scope"));
    }
}
