package dev.athanor.migration.witness;

import dev.athanor.migration.witness.CatalogRows.Address;
import dev.athanor.migration.witness.ServerCatalogs.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the rows of the catalogs, and reads only the buckets again in which a row has another version.
 *
 * <p>A row is described by the names of other objects. If one of these is renamed, or moves to another schema or
 * extension, everything is read again, because the description of other rows changes without a new version of them.
 */
final class CatalogMirror {

    /** The number of buckets from which on reading everything is quicker. */
    private static final int MANY = 256;

    private final ServerCatalogs catalogs;
    private CatalogRows rows = new CatalogRows();
    private Map<Bucket, List<Evidence.Entry>> entries = new HashMap<>();
    private Map<Bucket, Stamp> stamps = Map.of();
    private @Nullable WitnessScope scope;

    CatalogMirror(ServerCatalogs catalogs) {
        this.catalogs = catalogs;
    }

    Evidence read(JdbcClient client, WitnessScope wanted) {
        if (scope == null) {
            readAll(client, wanted);
        } else {
            Map<Bucket, Stamp> now = catalogs.stamps(client);
            Set<Bucket> changed = changed(now);
            boolean first = stamps.isEmpty();
            stamps = now;
            if (first || !wanted.equals(scope) || !readAgain(client, changed)) {
                readAll(client, wanted);
            }
        }
        return new Evidence(Map.copyOf(entries));
    }

    private void readAll(JdbcClient client, WitnessScope wanted) {
        scope = wanted;
        rows = new CatalogRows();
        entries = new HashMap<>();
        Map<Bucket, List<CatalogRow>> all = catalogs.rows(client);
        rows.replace(Set.of(), all);
        describe(client, all.keySet());
    }

    private Set<Bucket> changed(Map<Bucket, Stamp> now) {
        Set<Bucket> changed = new HashSet<>(now.keySet());
        changed.addAll(stamps.keySet());
        changed.removeIf(bucket -> Objects.equals(now.get(bucket), stamps.get(bucket)));
        return changed;
    }

    /** Reads some buckets again, and returns whether that was enough. */
    private boolean readAgain(JdbcClient client, Set<Bucket> changed) {
        if (changed.size() > MANY) {
            return false;
        }
        Map<Bucket, List<CatalogRow>> read = catalogs.rows(client, changed);
        List<CatalogRow> before =
                changed.stream().flatMap(bucket -> rows.in(bucket).stream()).toList();
        List<CatalogRow> after = read.values().stream().flatMap(List::stream).toList();
        if (!names(before, after) || !members(before).equals(members(after))) {
            return false;
        }
        Set<Bucket> dependent = new HashSet<>();
        rows.dependentsOf(reshaped(before, after)).forEach(address -> dependent.addAll(catalogs.bucketsOf(address)));
        dependent.removeAll(changed);
        rows.replace(changed, read);
        rows.replace(dependent, catalogs.rows(client, dependent));
        Set<Bucket> described = new HashSet<>(changed);
        described.addAll(dependent);
        describe(client, described);
        return true;
    }

    /** Returns whether each object that is there before and after has the same name. */
    private static boolean names(List<CatalogRow> before, List<CatalogRow> after) {
        Map<String, List<String>> keys = new HashMap<>();
        before.stream().filter(CatalogMirror::isNamed).forEach(row -> keys.put(identity(row), row.keyValues()));
        return after.stream().filter(CatalogMirror::isNamed).allMatch(row -> row.keyValues()
                .equals(keys.getOrDefault(identity(row), row.keyValues())));
    }

    private static boolean isNamed(CatalogRow row) {
        return row.oid() != 0 || row.number() != 0;
    }

    private static String identity(CatalogRow row) {
        return row.table().name() + " " + (row.oid() != 0 ? row.oid() : row.oidIn("attrelid") + "." + row.number());
    }

    private static Set<Address> members(List<CatalogRow> rows) {
        return rows.stream()
                .filter(row -> row.isOf("pg_depend") && row.value("deptype").equals("e"))
                .map(row -> new Address(row.oidIn("classid"), row.oidIn("objid")))
                .collect(Collectors.toSet());
    }

    /** Returns the relations whose columns differ, which changes how the server prints views on them. */
    private static Set<Long> reshaped(List<CatalogRow> before, List<CatalogRow> after) {
        Set<Long> relations = new HashSet<>();
        List<CatalogRow> columns = new ArrayList<>(before);
        columns.addAll(after);
        Map<String, CatalogRow> known = new HashMap<>();
        for (CatalogRow row : columns) {
            if (row.isOf("pg_attribute")) {
                CatalogRow other = known.put(identity(row), row);
                if (other != null && other.isLike(row)) {
                    known.remove(identity(row));
                }
            }
        }
        known.values().forEach(row -> relations.add(row.oidIn("attrelid")));
        return relations;
    }

    private void describe(JdbcClient client, Set<Bucket> buckets) {
        WitnessScope current = Objects.requireNonNull(scope);
        catalogs.foreign().learn(client, rows, buckets);
        ComparedRows compared = new ComparedRows(rows, new ObjectNames(rows, catalogs.foreign(), current), current);
        for (Bucket bucket : buckets) {
            List<Evidence.Entry> described = compared.entries(bucket);
            if (described.isEmpty()) {
                entries.remove(bucket);
            } else {
                entries.put(bucket, described);
            }
        }
    }
}
