package dev.athanor.migration.witness;

import dev.athanor.migration.witness.CatalogRows.Address;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the names of the objects that rows refer to and that are not read themselves: those of the server, and roles. */
final class ForeignNames {

    private static final String CATALOGS = """
            SELECT oid, relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r'""";

    private static final String IDENTIFY = """
            SELECT u.catalog::bigint, u.oid::bigint,
                   coalesce((pg_identify_object(u.catalog, u.oid, 0)).identity, 'unknown')
            FROM unnest(?::oid[], ?::oid[]) AS u (catalog, oid)""";

    private final Map<Long, String> catalogs = new HashMap<>();
    private final Map<String, Long> oids = new HashMap<>();
    private final Map<Address, String> names = new HashMap<>();

    private ForeignNames() {}

    /** Reads the names of the catalogs. */
    static ForeignNames read(JdbcClient client) {
        ForeignNames names = new ForeignNames();
        client.sql(CATALOGS).query(row -> {
            names.catalogs.put(row.getLong(1), row.getString(2));
            names.oids.put(row.getString(2), row.getLong(1));
        });
        return names;
    }

    /** Returns the name of a catalog. */
    String catalog(long oid) {
        return catalogs.getOrDefault(oid, "pg_class");
    }

    /** Returns the name of an object, as far as it is known. */
    String name(String catalog, long oid) {
        return names.getOrDefault(new Address(oids.getOrDefault(catalog, 0L), oid), "an object that is not compared");
    }

    /** Asks the server for the names of the objects that the rows refer to and that are not known yet. */
    void learn(JdbcClient client, CatalogRows rows, Collection<Bucket> buckets) {
        List<Address> unknown = references(rows, buckets).stream()
                .filter(address -> address.oid() != 0 && !names.containsKey(address))
                .filter(address -> rows.find(catalog(address.catalog()), address.oid()) == null)
                .toList();
        if (!unknown.isEmpty()) {
            client.sql(IDENTIFY)
                    .param(unknown.stream().map(Address::catalog).toArray(Long[]::new))
                    .param(unknown.stream().map(Address::oid).toArray(Long[]::new))
                    .query(row -> {
                        names.put(new Address(row.getLong(1), row.getLong(2)), row.getString(3));
                    });
        }
    }

    private Set<Address> references(CatalogRows rows, Collection<Bucket> buckets) {
        Map<String, Set<String>> values = new HashMap<>();
        Set<Address> addresses = new HashSet<>();
        buckets.forEach(bucket -> rows.in(bucket).forEach(row -> addReferences(row, values, addresses)));
        values.forEach((catalog, all) -> all.stream()
                .flatMap(CatalogRow::numbers)
                .forEach(oid -> addresses.add(new Address(oids.getOrDefault(catalog, 0L), oid))));
        return addresses;
    }

    private static void addReferences(CatalogRow row, Map<String, Set<String>> values, Set<Address> addresses) {
        for (int at = 0; at < row.table().columns().size(); at++) {
            Reference reference = row.table().columns().get(at).reference();
            String value = row.value(at);
            if (value != null && reference instanceof Reference.Objects to) {
                values.computeIfAbsent(to.catalog(), any -> new HashSet<>()).add(value);
            } else if (reference instanceof Reference.AnyObject any) {
                addresses.add(new Address(row.oidIn(any.classColumn()), row.oidIn(at)));
            }
        }
    }
}
