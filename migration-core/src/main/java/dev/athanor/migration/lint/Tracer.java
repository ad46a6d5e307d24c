package dev.athanor.migration.lint;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StatementObserver;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.session.Wire;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementExcerpt;
import dev.athanor.migration.sql.StatementKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.TransactionState;
import org.springframework.jdbc.UncategorizedSQLException;

/** Observes the statements of some revisions while the engine runs them. */
final class Tracer implements StatementObserver, RunListener {

    private final Set<RevisionId> wanted;
    private final Tables tables;
    private final Placeholders placeholders;
    private final List<RevisionTrace> revisions = new ArrayList<>();
    private final Map<CatalogReader.Lock, Integer> held = new HashMap<>();
    private @Nullable Step step;
    private @Nullable Catalog catalog;
    private @Nullable Catalog existing;
    private @Nullable Set<String> foreignSchemas;
    private Map<Long, Long> scansBefore = Map.of();
    private Set<CatalogReader.Written> writtenBefore = Set.of();

    /**
     * Creates a tracer.
     *
     * @param wanted the revisions to observe
     * @param tables the schema in which the migrations run, and the engine's own tables, which are left out
     */
    Tracer(Set<RevisionId> wanted, Tables tables, Placeholders placeholders) {
        this.wanted = wanted;
        this.tables = tables;
        this.placeholders = placeholders;
    }

    /** Returns what was observed, in the order of the revisions. */
    List<RevisionTrace> revisions() {
        return revisions;
    }

    /** Names the schemas that are not those of the revisions, because they exist before the first one. */
    void leaveAlone(Set<String> schemas) {
        foreignSchemas = schemas;
    }

    @Override
    public void stepStarted(Step started) {
        step = started;
        existing = null;
        if (observes()) {
            revisions.add(new RevisionTrace(Steps.script(started)));
        }
        if (!observes() || Steps.code(started).isPresent()) {
            catalog = null;
        }
    }

    @Override
    public boolean observes() {
        return step != null && wanted.contains(Steps.script(step).id());
    }

    @Override
    public void statementBegins(Session session, Statement statement, int number) {
        CatalogReader reader = new CatalogReader(session.connection());
        try {
            CatalogReader.Activity activity = reader.activity();
            beginAgain(number);
            if (catalog == null) {
                catalog = reader.catalog();
            } else if (hasCode()) {
                seeCode(reader, statement.line());
            }
            if (existing == null) {
                existing = catalog;
            }
            scansBefore = activity.scans();
            held.keySet().retainAll(activity.locks());
            if (held.isEmpty()) {
                writtenBefore = Set.of();
            }
        } catch (SQLException e) {
            throw unexpected(e);
        }
    }

    /** Forgets an earlier attempt of the same statement and of those after it. */
    private void beginAgain(int number) {
        List<Observation> seen = latest().observations();
        if (hasCode()) {
            return;
        }
        while (!seen.isEmpty() && seen.get(seen.size() - 1).trace().place().number() >= number) {
            catalog = seen.remove(seen.size() - 1).before();
        }
    }

    @Override
    public void statementEnded(Session session, Statement statement, int number) {
        CatalogReader reader = new CatalogReader(session.connection());
        try {
            see(reader, isAlone(session), statement, number);
        } catch (SQLException e) {
            throw unexpected(e);
        }
    }

    private static boolean isAlone(Session session) throws SQLException {
        return Wire.executor(session.connection())
                .map(executor -> executor.getTransactionState() == TransactionState.IDLE)
                .orElse(false);
    }

    @Override
    public void statementFailed(Statement statement, int number, StatementFailure failure) {
        SQLException cause = (SQLException) failure.getCause();
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        StatementError error = new StatementError(
                String.valueOf(cause.getSQLState()), placeholders.mask(message.replaceFirst("^ERROR: ", "")));
        Catalog now = current();
        add(
                trace(place(statement, number), List.of(), List.of(), List.of(), Optional.of(error)),
                statement.sql(),
                new Seen(now, now, Observation.Activity.NONE));
    }

    /** Records the failure of a revision that no single statement explains, such as that of code or of a commit. */
    void failed(String words) {
        boolean explained = latest().observations().stream()
                .anyMatch(seen -> seen.trace().failure().isPresent());
        if (!explained) {
            RevisionScript script = latest().script();
            Statement first = script.upgrade().statements().stream()
                    .findFirst()
                    .orElse(new Statement(script.describe(), 1, StatementKind.OTHER));
            Catalog now = current();
            add(
                    trace(
                            place(first, latest().observations().size() + 1),
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.of(new StatementError("", words))),
                    first.sql(),
                    new Seen(now, now, Observation.Activity.NONE));
        }
    }

    @Override
    public void stepEnds(Session session) {
        if (hasCode()) {
            try {
                CatalogReader reader = new CatalogReader(session.connection());
                if (catalog == null) {
                    return;
                }
                seeCode(reader, 1);
            } catch (SQLException e) {
                throw unexpected(e);
            }
        }
    }

    /** Records what the code of a revision in Java has done on its own, if that has taken locks. */
    private void seeCode(CatalogReader reader, int line) throws SQLException {
        CatalogReader.Activity activity = reader.activity();
        boolean changed = activity.locks().stream()
                .anyMatch(lock -> !held.containsKey(lock)
                        && lock.mode().compareTo(LockMode.ROW_EXCLUSIVE) >= 0
                        && !isOurs(lock.relation()));
        if (changed) {
            String described = Steps.code(current(step)).orElseThrow().describe();
            Statement code = new Statement(described, line, StatementKind.OTHER);
            see(reader, false, code, latest().observations().size() + 1);
        }
    }

    private boolean isOurs(long relation) {
        return current().relation(relation).filter(this::isOurs).isPresent();
    }

    private boolean isOurs(Catalog.Relation relation) {
        Catalog.Relation table = relation.owner() == 0
                ? relation
                : current().relation(relation.owner()).orElse(relation);
        return table.schema().equals(tables.schema())
                && (table.name().equals(tables.versionTable()) || table.name().equals(tables.historyTable()));
    }

    private record Seen(Catalog before, Catalog after, Observation.Activity activity) {}

    private void see(CatalogReader reader, boolean alone, Statement statement, int given) throws SQLException {
        int number = hasCode() ? latest().observations().size() + 1 : given;
        Catalog before = current();
        CatalogReader.Reading reading = reader.after(before);
        boolean renamed = !reading.catalog().schemas().equals(before.schemas());
        Catalog after = alone || renamed ? reader.catalog() : reading.catalog();
        Set<CatalogReader.Lock> locks = alone ? Set.of() : reading.activity().locks();
        Set<CatalogReader.Lock> taken = new HashSet<>(locks);
        taken.removeAll(held.keySet());
        Map<Long, LockMode> earlier = strongest(held.keySet());
        taken.forEach(lock -> held.put(lock, number));
        Set<Long> scanned = alone ? Set.of() : scanned(reading.activity().scans());
        Set<CatalogReader.Written> written = new HashSet<>(reading.written());
        written.removeAll(writtenBefore);
        writtenBefore = reading.written();
        catalog = after;
        Seen seen = new Seen(
                before,
                after,
                new Observation.Activity(alone, earlier, strongest(locks), strongest(taken), scanned, written));
        add(
                trace(
                        place(statement, number),
                        locks(before, after, locks),
                        rewritten(before, after),
                        scanned.stream()
                                .flatMap(oid -> before.relation(oid).stream())
                                .filter(relation -> !isOurs(relation))
                                .map(relation -> traced(relation, before, first()))
                                .sorted()
                                .toList(),
                        Optional.empty()),
                statement.sql(),
                seen);
        scansBefore = reading.activity().scans();
    }

    private Set<Long> scanned(Map<Long, Long> now) {
        Set<Long> scanned = new HashSet<>();
        now.forEach((relation, count) -> {
            if (count > scansBefore.getOrDefault(relation, 0L)) {
                scanned.add(relation);
            }
        });
        return scanned;
    }

    private static Map<Long, LockMode> strongest(Set<CatalogReader.Lock> locks) {
        Map<Long, LockMode> strongest = new HashMap<>();
        locks.forEach(lock ->
                strongest.merge(lock.relation(), lock.mode(), (one, two) -> one.compareTo(two) >= 0 ? one : two));
        return strongest;
    }

    private List<HeldLock> locks(Catalog before, Catalog after, Set<CatalogReader.Lock> locks) {
        return locks.stream()
                .flatMap(lock -> before
                        .relation(lock.relation())
                        .or(() -> after.relation(lock.relation()))
                        .filter(relation -> !isOurs(relation))
                        .map(relation -> new HeldLock(
                                traced(relation, before, first()), lock.mode(), held.getOrDefault(lock, 0)))
                        .stream())
                .sorted(Comparator.comparing(HeldLock::mode).reversed().thenComparing(HeldLock::relation))
                .toList();
    }

    /** Returns the relations with another file, and the indexes that were replaced by one of the same name. */
    private List<TracedRelation> rewritten(Catalog before, Catalog after) {
        Stream<Catalog.Relation> files = before.relations().values().stream()
                .filter(relation -> relation.file() != 0)
                .filter(relation -> after.relation(relation.oid())
                        .filter(now -> now.file() != relation.file())
                        .isPresent());
        Stream<Catalog.Relation> replaced = before.without(after).stream()
                .filter(Catalog.Relation::isIndex)
                .filter(index -> after.named(index.schema(), index.name()).isPresent());
        return Stream.concat(files, replaced)
                .filter(relation -> !isOurs(relation))
                .map(relation -> traced(relation, before, first()))
                .sorted()
                .toList();
    }

    private StatementPlace place(Statement statement, int number) {
        RevisionScript script = Steps.script(current(step));
        return new StatementPlace(
                script.id(),
                Direction.of(current(step)),
                script.file().location(),
                statement.line(),
                number,
                StatementExcerpt.inOneLine(placeholders.mask(statement.sql())));
    }

    private StatementTrace trace(
            StatementPlace place,
            List<HeldLock> locks,
            List<TracedRelation> rewritten,
            List<TracedRelation> scanned,
            Optional<StatementError> failure) {
        return new StatementTrace(place, Steps.transactionMode(current(step)), locks, rewritten, scanned, failure);
    }

    private void add(StatementTrace trace, String sql, Seen seen) {
        Observation.Context context = new Observation.Context(
                first(),
                tables.schema() == null ? "public" : tables.schema(),
                foreignSchemas == null ? Set.of() : foreignSchemas);
        latest().add(new Observation(trace, sql, seen.before(), seen.after(), seen.activity(), context));
    }

    private RevisionTrace latest() {
        return revisions.get(revisions.size() - 1);
    }

    private boolean hasCode() {
        return Steps.code(current(step)).isPresent();
    }

    private Catalog current() {
        return catalog == null ? Catalog.EMPTY : catalog;
    }

    /** Returns the catalogs before the revision. */
    private Catalog first() {
        return existing == null ? current() : existing;
    }

    private static Step current(@Nullable Step step) {
        if (step == null) {
            throw new IllegalStateException("No step has begun");
        }
        return step;
    }

    static TracedRelation traced(Catalog.Relation relation, Catalog before, Catalog existing) {
        TracedRelation.Kind kind =
                switch (relation.kind()) {
                    case 'r', 'p', 'f' -> TracedRelation.Kind.TABLE;
                    case 'i', 'I' ->
                        relation.schema().equals("pg_toast")
                                ? TracedRelation.Kind.TOAST
                                : TracedRelation.Kind.INDEX;
                    case 't' -> TracedRelation.Kind.TOAST;
                    case 'm' -> TracedRelation.Kind.MATERIALIZED_VIEW;
                    case 'v' -> TracedRelation.Kind.VIEW;
                    case 'S' -> TracedRelation.Kind.SEQUENCE;
                    default -> TracedRelation.Kind.OTHER;
                };
        return new TracedRelation(
                QualifiedName.of(relation.schema(), relation.name()),
                kind,
                before.relation(relation.owner()).map(table -> QualifiedName.of(table.schema(), table.name())),
                existing.relations().containsKey(relation.oid()));
    }

    private static UncategorizedSQLException unexpected(SQLException failure) {
        return new UncategorizedSQLException("What a statement has locked", null, failure);
    }
}
