package dev.athanor.migration.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds what was observed around one statement.
 *
 * @param trace what users see of it
 * @param sql the statement
 * @param before the catalogs before the statement
 * @param after the catalogs after the statement
 * @param activity the locks and scans
 * @param context what stays the same within a revision
 */
record Observation(
        StatementTrace trace, String sql, Catalog before, Catalog after, Activity activity, Context context) {

    /**
     * Holds the locks and scans of a statement.
     *
     * @param alone whether the statement ran outside of a transaction, so that its locks are not known
     * @param earlier the strongest lock that the transaction held on each relation before the statement
     * @param held the strongest lock that it holds after the statement
     * @param taken the strongest lock that this statement has added on each relation
     * @param scanned the tables that the statement has read from beginning to end
     * @param written the objects that the statement has made or changed, as far as no earlier statement had
     */
    record Activity(
            boolean alone,
            Map<Long, LockMode> earlier,
            Map<Long, LockMode> held,
            Map<Long, LockMode> taken,
            Set<Long> scanned,
            Set<CatalogReader.Written> written) {

        static final Activity NONE = new Activity(false, Map.of(), Map.of(), Map.of(), Set.of(), Set.of());
    }

    /**
     * Holds what stays the same within a revision.
     *
     * @param existing the catalogs before the revision
     * @param schema the schema in which the migrations run
     * @param foreignSchemas the other schemas that no revision has created
     */
    record Context(Catalog existing, String schema, Set<String> foreignSchemas) {}

    /** Returns whether a relation existed before the revision. */
    boolean existed(Catalog.Relation relation) {
        return context.existing().relations().containsKey(relation.oid());
    }

    /** Returns the relations with rows, or the views, that existed before the revision and are there before and after. */
    Stream<Pair> survivors() {
        return before.relations().values().stream()
                .filter(this::existed)
                .filter(relation -> after.relations().containsKey(relation.oid()))
                .map(relation -> new Pair(relation, after.relations().get(relation.oid())))
                .filter(pair -> pair.before() != pair.after())
                .sorted(Comparator.comparing(pair -> pair.before().label()));
    }

    /** Holds a relation before and after the statement. */
    record Pair(Catalog.Relation before, Catalog.Relation after) {

        Stream<Catalog.Column> newColumns() {
            return after.columns().values().stream()
                    .filter(column -> !before.columns().containsKey(column.number()));
        }

        Stream<Catalog.Constraint> newConstraints() {
            return after.constraints().stream()
                    .filter(constraint -> before.constraint(constraint.oid()).isEmpty());
        }
    }

    /** Returns the existing relations that are gone after the statement. */
    List<Catalog.Relation> dropped() {
        return before.without(after).stream().filter(this::existed).toList();
    }

    Optional<LockMode> heldOn(long relation) {
        return Optional.ofNullable(activity.held().get(relation));
    }

    Optional<LockMode> takenOn(long relation) {
        return Optional.ofNullable(activity.taken().get(relation));
    }

    boolean blocksWriters(long relation) {
        return heldOn(relation).filter(LockMode::blocksWriters).isPresent();
    }

    boolean blocksReaders(long relation) {
        return heldOn(relation).filter(LockMode::blocksReaders).isPresent();
    }

    boolean isScanned(Catalog.Relation relation) {
        return activity.scanned().contains(relation.oid());
    }

    /** Returns the existing tables that the statement has read from beginning to end. */
    List<Catalog.Relation> scannedExisting() {
        return activity.scanned().stream()
                .flatMap(oid -> before.relation(oid).stream())
                .filter(this::existed)
                .sorted(Comparator.comparing(Catalog.Relation::label))
                .toList();
    }

    /** Returns whether the file of a relation is another one. */
    boolean isRewritten(Pair pair) {
        return pair.before().file() != pair.after().file();
    }

    /** Returns a name, with its schema unless that is the schema of the migrations. */
    String show(Catalog.Relation relation) {
        return relation.schema().equals(context.schema()) ? relation.name() : relation.label();
    }

    /** Returns the lock on a relation and who waits: {@code ACCESS EXCLUSIVE on orders}. */
    String lockOn(Catalog.Relation relation) {
        return heldOn(relation.oid())
                .map(mode -> mode + " on " + show(relation))
                .orElse(show(relation));
    }

    /** Returns who waits for the lock that is held on a relation. */
    String waiting(long relation) {
        return blocksReaders(relation) || activity.alone() ? "readers and writers wait" : "writers wait";
    }

    TracedRelation traced(Catalog.Relation relation) {
        return Tracer.traced(relation, before, context.existing());
    }
}
