package dev.athanor.migration.witness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows the catalogs of a server, which do not change while a connection is open, and reads their rows. */
final class ServerCatalogs {

    private static final String ALL = "\nUNION ALL ";

    private final Map<Long, CatalogTable> tables;
    private final ForeignNames foreign;
    private final String stamps;

    /**
     * Tells which rows a bucket has.
     *
     * @param count how many
     * @param versions a hash of their versions
     */
    record Stamp(long count, long versions) {}

    private ServerCatalogs(List<CatalogTable> tables, ForeignNames foreign) {
        this.tables = tables.stream().collect(Collectors.toMap(CatalogTable::oid, Function.identity()));
        this.foreign = foreign;
        this.stamps = tables.stream().map(table -> table.queries().stamps()).collect(Collectors.joining(ALL));
    }

    static ServerCatalogs read(JdbcClient client) {
        return new ServerCatalogs(CatalogTables.read(client), ForeignNames.read(client));
    }

    ForeignNames foreign() {
        return foreign;
    }

    /** Returns which rows there are. */
    Map<Bucket, Stamp> stamps(JdbcClient client) {
        Map<Bucket, Stamp> found = new HashMap<>();
        client.sql(stamps).query(row -> {
            found.put(bucket(row), new Stamp(row.getLong(3), row.getLong(4)));
        });
        return found;
    }

    /** Returns all rows. */
    Map<Bucket, List<CatalogRow>> rows(JdbcClient client) {
        return rows(
                client,
                tables.values().stream().map(table -> table.queries().rows()).toList());
    }

    /** Returns the rows of some buckets. */
    Map<Bucket, List<CatalogRow>> rows(JdbcClient client, Collection<Bucket> buckets) {
        Map<Long, List<Bucket>> byCatalog = buckets.stream().collect(Collectors.groupingBy(Bucket::catalog));
        List<String> queries = new ArrayList<>();
        byCatalog.forEach((catalog, some) -> {
            CatalogTable.Queries queriesOfTable =
                    Objects.requireNonNull(tables.get(catalog)).queries();
            queries.add(queriesOfTable.rows()
                    + some.stream()
                            .map(bucket -> range(queriesOfTable.bucketed(), bucket))
                            .collect(Collectors.joining(" OR ", " AND (", ")")));
        });
        return rows(client, queries);
    }

    private static String range(String bucketed, Bucket bucket) {
        long from = bucket.number() * Bucket.SIZE;
        return bucketed.replace("::bigint", "") + " BETWEEN " + from + " AND " + (from + Bucket.SIZE - 1);
    }

    private Map<Bucket, List<CatalogRow>> rows(JdbcClient client, List<String> queries) {
        Map<Bucket, List<CatalogRow>> rows = new HashMap<>();
        if (!queries.isEmpty()) {
            client.sql(String.join(ALL, queries)).query(row -> {
                rows.computeIfAbsent(bucket(row), any -> new ArrayList<>())
                        .add(new CatalogRow(
                                Objects.requireNonNull(tables.get(row.getLong(1))),
                                row.getLong(3),
                                row.getInt(4),
                                row.getString(5)));
            });
        }
        return rows;
    }

    private static Bucket bucket(ResultSet row) throws SQLException {
        return new Bucket(row.getLong(1), row.getLong(2));
    }

    /** Returns the buckets with the rows that describe an object. */
    List<Bucket> bucketsOf(CatalogRows.Address address) {
        List<String> names = foreign.catalog(address.catalog()).equals("pg_class")
                ? List.of("pg_class", "pg_index")
                : List.of(foreign.catalog(address.catalog()));
        return tables.values().stream()
                .filter(table -> names.contains(table.name()))
                .map(table -> new Bucket(table.oid(), address.oid() / Bucket.SIZE))
                .toList();
    }
}
