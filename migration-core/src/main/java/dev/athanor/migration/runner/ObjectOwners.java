package dev.athanor.migration.runner;

import dev.athanor.migration.session.Session;
import dev.athanor.migration.sql.MentionedNames;
import dev.athanor.migration.sql.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Looks up the owners of the objects that a refused statement names, in the catalogs and after the statement was rolled
 * back.
 */
final class ObjectOwners {

    private static final Logger log = LoggerFactory.getLogger(ObjectOwners.class);

    private static final int MOST = 3;

    /**
     * Selects the objects that the statement names and that other roles own, and the schema or database in which the
     * role cannot create objects.
     */
    private static final String FOREIGN = """
            WITH named AS (SELECT name, parse_ident(name) AS parts, position
              FROM unnest(?) WITH ORDINALITY AS n (name, position)),
            found (position, kind, object, owner, lacks) AS (
              SELECT position, CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN
                'sequence' WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' WHEN 'f' THEN 'foreign table' ELSE 'table' END,
                c.oid::regclass::text, c.relowner, NULL
              FROM named JOIN pg_class c ON c.oid = to_regclass(name) WHERE c.relnamespace <> 'pg_catalog'::regnamespace
              UNION ALL
              SELECT position, 'type', t.oid::regtype::text, t.typowner, NULL
              FROM named JOIN pg_type t ON t.typname = parts[cardinality(parts)] AND CASE cardinality(parts)
                WHEN 1 THEN pg_type_is_visible(t.oid) ELSE t.typnamespace::regnamespace::text = quote_ident(parts[1]) END
              WHERE t.typrelid = 0 AND t.typnamespace <> 'pg_catalog'::regnamespace
              UNION ALL
              SELECT position, CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, p.oid::regprocedure::text,
                p.proowner, NULL
              FROM named JOIN pg_proc p ON p.oid = to_regproc(name) WHERE p.pronamespace <> 'pg_catalog'::regnamespace
              UNION ALL
              SELECT coalesce(position, 0), 'schema', quote_ident(s.nspname), s.nspowner, 'CREATE ON SCHEMA'
              FROM pg_namespace s LEFT JOIN named ON s.nspname = parts[1] AND cardinality(parts) = 1
              WHERE (name IS NOT NULL OR s.nspname = current_schema()) AND s.nspname <> 'pg_catalog'
                AND NOT has_schema_privilege(s.oid, 'CREATE')
              UNION ALL
              SELECT 0, 'database', quote_ident(d.datname), d.datdba, 'CREATE ON DATABASE'
              FROM pg_database d WHERE ? AND d.datname = current_database() AND NOT has_database_privilege(d.oid, 'CREATE'))
            SELECT kind, object, quote_ident(pg_get_userbyid(owner)) AS owner, lacks, quote_ident(current_user) AS role
            FROM found WHERE NOT pg_has_role(owner, 'USAGE')
            ORDER BY lacks IS NOT NULL, position, kind""";

    /**
     * Represents an object that another role owns.
     *
     * @param lacks the privilege that is enough, if it is one on a schema or database, or {@code null}
     */
    private record Foreign(
            String kind,
            String object,
            String owner,
            @Nullable String lacks,
            String role) {

        static Foreign map(ResultSet row, int number) throws SQLException {
            return new Foreign(
                    row.getString("kind"),
                    row.getString("object"),
                    row.getString("owner"),
                    row.getString("lacks"),
                    row.getString("role"));
        }
    }

    private final Session session;
    private final @Nullable Statement statement;

    /**
     * Creates the lookup.
     *
     * @param session a session outside of any transaction
     * @param statement the refused statement, or {@code null} if it was not a statement of a script
     */
    ObjectOwners(Session session, @Nullable Statement statement) {
        this.session = session;
        this.statement = statement;
    }

    /**
     * Returns advice on the owners, or empty if the statement names no object of another role or the catalogs cannot be
     * queried.
     */
    Optional<String> advice() {
        List<Foreign> foreign = find();
        if (foreign.isEmpty()) {
            return Optional.empty();
        }
        List<Foreign> own = foreign.stream().filter(one -> one.lacks() == null).toList();
        return Optional.of(own.isEmpty() ? granting(foreign.get(0)) : owning(own));
    }

    private static String owning(List<Foreign> foreign) {
        String objects = foreign.stream()
                .limit(MOST)
                .map(one -> "The " + one.kind() + " " + one.object() + " belongs to the role " + one.owner())
                .collect(Collectors.joining(". "));
        Foreign first = foreign.get(0);
        return objects + ", and the migrations run as " + first.role() + ". Let them run as the owner with"
                + " migration.username=" + first.owner() + ", or make the role a member of it: `GRANT " + first.owner()
                + " TO " + first.role() + "`";
    }

    private static String granting(Foreign foreign) {
        return "The " + foreign.kind() + " " + foreign.object() + " belongs to the role " + foreign.owner()
                + ", and the migrations run as " + foreign.role() + ", which may not create anything in it. Grant the"
                + " right: `GRANT " + foreign.lacks() + " " + foreign.object() + " TO " + foreign.role() + "`, or let"
                + " migrations run as another role: migration.username";
    }

    private List<Foreign> find() {
        if (statement == null) {
            return List.of();
        }
        List<String> names = MentionedNames.in(statement);
        boolean creates =
                names.stream().anyMatch(name -> name.equalsIgnoreCase("SCHEMA") || name.equalsIgnoreCase("EXTENSION"));
        try {
            return session.query(FOREIGN, Foreign::map, session.array(names), creates);
        } catch (DataAccessException e) {
            log.debug("The owners could not be looked up", e);
            return List.of();
        }
    }
}
