package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.Trigger.Firing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the triggers that users have created. Triggers that a partition inherits belong to the parent. */
final class TriggerCatalog {

    private static final String QUERY = """
            SELECT t.tgname, n.nspname AS schema, c.relname AS name, pg_get_triggerdef(t.oid, true) AS definition,
                   t.tgenabled::text AS enabled, m.description
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"""
            + Fragments.comment("pg_trigger", "t.oid")
            + "WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND n.nspname = ANY (?) AND"
            + Fragments.own("pg_trigger", "t.oid");

    private TriggerCatalog() {}

    static List<Trigger> read(Catalog catalog) {
        return catalog.query(QUERY, (row, number) -> trigger(catalog, row)).stream()
                .filter(trigger -> !catalog.omits(trigger.table()))
                .toList();
    }

    private static Trigger trigger(Catalog catalog, ResultSet row) throws SQLException {
        return new Trigger(
                row.getString("tgname"),
                catalog.name(row, ""),
                Expressions.query(row.getString("definition")),
                firing(row.getString("enabled")),
                row.getString("description"));
    }

    static Firing firing(String letter) {
        return switch (letter) {
            case "D" -> Firing.DISABLE;
            case "R" -> Firing.ENABLE_REPLICA;
            case "A" -> Firing.ENABLE_ALWAYS;
            default -> Firing.ENABLE;
        };
    }
}
