package dev.athanor.migration.autogenerate;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.inspect.SchemaHoldings;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Creates a wanted schema that names its schemas, under those names in an empty database, and reads it.
 *
 * @param transaction the transaction in that database
 * @param target the session in which migrations run in the target
 * @param configured the further schemas that are compared in any case
 */
record NamedSchema(RollbackTransaction transaction, SessionContext target, List<String> configured) {

    /**
     * Holds the schemas that the wanted schema created.
     *
     * @param main the schema that corresponds to the one in which migrations run
     * @param others the further schemas
     */
    record MadeSchemas(String main, List<String> others) {}

    MadeSchemas make(WantedSchema wanted, TargetExtensions extensions) {
        SchemaNames names = wanted.names();
        prepare();
        extensions.without(names.extensions()).create(transaction);
        SchemaHoldings before = SchemaHoldings.read(transaction.connection());
        transaction.setSearchPath(target.searchPath());
        ShadowSchema.fill(transaction, wanted);
        SchemaHoldings after = SchemaHoldings.read(transaction.connection());
        SortedSet<String> made = new TreeSet<>(after.changedSince(before));
        made.addAll(names.created());
        String main = main(wanted, made, after);
        made.addAll(configured);
        made.removeAll(List.of(main, target.schema()));
        return new MadeSchemas(main, List.copyOf(made));
    }

    /** Creates the target's schema in advance, because a dump of single tables does not create it. */
    private void prepare() {
        try {
            transaction.execute("CREATE SCHEMA IF NOT EXISTS " + SessionContext.quoted(target.schema()));
        } catch (SQLException e) {
            throw RollbackTransaction.failed(e);
        }
    }

    private String main(WantedSchema wanted, SortedSet<String> made, SchemaHoldings after) {
        if (made.contains(target.schema())) {
            return target.schema();
        }
        List<String> candidates = made.stream()
                .filter(name -> after.holdsObjects(name) && !configured.contains(name))
                .toList();
        if (candidates.size() > 1) {
            throw new ComparisonException(
                    "The wanted schema of " + wanted.describe() + " makes schemas " + CappedList.of(candidates)
                            + ", and not " + target.schema() + ", in which migrations run: one has to stand for it.",
                    "Name the others in `migration.autogenerate.schemas`, or the one in `migration.schema`; or write"
                            + " the dump again with `pg_dump --schema-only --schema=NAME`.");
        }
        return candidates.isEmpty() ? target.schema() : candidates.get(0);
    }

    /**
     * Reads the schema, with names looked up as in the target, but first in the schema that corresponds to the
     * target's.
     */
    ReadSchema read(MadeSchemas made, SchemaScope scope) {
        List<String> path = Stream.concat(Stream.of(made.main()), target.path().stream())
                .distinct()
                .toList();
        transaction.setSearchPath(path);
        return new ReadSchema(
                SchemaReader.read(transaction.connection(), scope), Witnessing.schemas(transaction, scope, path));
    }
}
