package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.SequenceOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the sequences, without those of identity columns. */
final class SequenceCatalog {

    /** Selects the sequences. Alias {@code o} is the dependency on the owner. */
    private static final String QUERY = """
            SELECT n.nspname AS schema, c.relname AS name, m.description, s.*, format_type(s.seqtypid, NULL) AS type,
                   tn.nspname AS table_schema, t.relname AS table_name, a.attname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence s ON s.seqrelid = c.oid
            LEFT JOIN pg_depend o ON o.objid = c.oid AND o.classid = 'pg_class'::regclass AND o.objsubid = 0
                AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
            LEFT JOIN pg_class t ON t.oid = o.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid"""
            + Fragments.comment("pg_class", "c.oid")
            + "WHERE n.nspname = ANY (?) AND o.deptype IS DISTINCT FROM 'i' AND"
            + Fragments.own("pg_class", "c.oid");

    private SequenceCatalog() {}

    static List<Sequence> read(Catalog catalog) {
        return catalog.query(QUERY, (row, number) -> sequence(catalog, row)).stream()
                .filter(sequence -> sequence.ownedBy() == null
                        || !catalog.omits(sequence.ownedBy().table()))
                .toList();
    }

    private static Sequence sequence(Catalog catalog, ResultSet row) throws SQLException {
        return new Sequence(catalog.name(row, ""), options(row), owner(catalog, row), row.getString("description"));
    }

    private static Sequence.@Nullable Owner owner(Catalog catalog, ResultSet row) throws SQLException {
        String column = row.getString("attname");
        return column == null ? null : new Sequence.Owner(catalog.name(row, "table_"), column);
    }

    /** Returns the options from the columns of {@code pg_sequence} and the column {@code type}. */
    static SequenceOptions options(ResultSet row) throws SQLException {
        return new SequenceOptions(
                row.getString("type"),
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                row.getLong("seqmin"),
                row.getLong("seqmax"),
                row.getLong("seqcache"),
                row.getBoolean("seqcycle"));
    }
}
