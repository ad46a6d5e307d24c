package dev.athanor.migration.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates a random schema with few names, so that two schemas have much in common, and one name can mean different
 * things.
 */
final class RandomSchema {

    private static final List<String> TYPES = List.of(
            "integer",
            "bigint",
            "text",
            "varchar(20)",
            "numeric(10,2)",
            "boolean",
            "date",
            "timestamptz",
            "jsonb",
            "uuid");

    private static final Map<String, List<String>> DEFAULTS = Map.of(
            "integer", List.of("1", "2", "f0(3)", "nextval('s0')"),
            "bigint", List.of("10", "f0(1)::bigint"),
            "text", List.of("'x'", "'it''s'", "upper('y')"),
            "varchar(20)", List.of("'v'", "''"),
            "numeric(10,2)", List.of("0", "1.5"),
            "boolean", List.of("true", "false"),
            "date", List.of("'2025-01-01'", "current_date"),
            "timestamptz", List.of("now()"),
            "jsonb", List.of("'{}'"),
            "uuid", List.of("gen_random_uuid()"));

    private record Drawn(String name, String type) {}

    private final Random random;
    private final List<String> ddl = new ArrayList<>();
    private final Map<String, List<Drawn>> tables = new HashMap<>();
    private final List<String> tableNames = new ArrayList<>();
    private final List<String> enums = new ArrayList<>();
    private final List<String> indexNames = new ArrayList<>();
    private final List<String> indexes = new ArrayList<>();
    private final List<String> views = new ArrayList<>();

    private RandomSchema(long seed) {
        this.random = new Random(seed);
        for (int number = 0; number < 12; number++) {
            indexNames.add("i" + number);
        }
    }

    /** Returns the DDL of a schema, which is the same for the same seed. */
    static String ddl(long seed) {
        RandomSchema schema = new RandomSchema(seed);
        schema.draw();
        return String.join(";\n", schema.ddl);
    }

    private void draw() {
        drawEnums();
        ddl.add("CREATE SEQUENCE s0" + (chance(50) ? " INCREMENT 5" : ""));
        ddl.add("CREATE FUNCTION f0(" + pick(List.of("a", "b"))
                + " integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$SELECT " + pick(List.of("$1", "$1 + 1"))
                + "$$");
        ddl.add("CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$");
        for (int number = 0; number < 5; number++) {
            if (chance(75)) {
                drawTable("t" + number);
            }
        }
        tableNames.forEach(this::drawForeignKey);
        tableNames.forEach(this::drawIndexes);
        tableNames.forEach(this::drawTrigger);
        drawViews();
        tableNames.forEach(this::drawPolicies);
        tableNames.forEach(this::drawStatistics);
        drawRulesOfTables();
        drawPublications();
        tableNames.forEach(this::drawSettings);
        views.forEach(this::drawViewSettings);
        drawPrivileges("FUNCTION f0(integer)", "EXECUTE");
        drawPrivileges("SEQUENCE s0", "USAGE");
        enums.forEach(type -> drawPrivileges("TYPE " + type, "USAGE"));
    }

    private void drawPolicies(String table) {
        for (String name : List.of("p0", "p1")) {
            if (chance(25)) {
                Drawn column = pick(tables.get(table));
                String other = pick(tableNames);
                String condition = chance(70)
                        ? condition(column)
                        : "EXISTS (SELECT FROM " + other + " o WHERE o.id = " + table + ".id)";
                ddl.add("CREATE POLICY " + name + " ON " + table + pick(List.of("", " AS RESTRICTIVE"))
                        + pick(List.of("", " FOR SELECT", " FOR DELETE")) + pick(List.of("", " TO pg_monitor"))
                        + " USING (" + condition + ")");
                if (chance(30)) {
                    ddl.add("COMMENT ON POLICY " + name + " ON " + table + " IS '" + pick(List.of("one", "two")) + "'");
                }
            }
        }
    }

    private void drawStatistics(String table) {
        List<Drawn> columns = tables.get(table).stream()
                .filter(column -> !column.type().equals("jsonb"))
                .toList();
        if (chance(25) && columns.size() > 1) {
            ddl.add("CREATE STATISTICS x" + table.substring(1) + pick(List.of("", " (mcv)")) + " ON id, "
                    + columns.get(columns.size() - 1).name() + " FROM " + table);
        }
    }

    /** Draws rules that do nothing, so that they are valid for any columns. */
    private void drawRulesOfTables() {
        for (String table : tableNames) {
            if (chance(15)) {
                Drawn column = pick(tables.get(table));
                ddl.add("CREATE RULE r0 AS ON DELETE TO " + table + " WHERE "
                        + condition(new Drawn("old." + column.name(), column.type())) + " DO INSTEAD NOTHING");
            }
        }
    }

    private void drawPublications() {
        for (String name : List.of("b0", "b1")) {
            if (chance(40) && !tableNames.isEmpty()) {
                List<String> published = new ArrayList<>(tableNames);
                published.removeIf(table -> chance(50));
                ddl.add("CREATE PUBLICATION " + name
                        + (published.isEmpty() ? "" : " FOR TABLE " + String.join(", ", published))
                        + pick(List.of("", " WITH (publish = 'insert')")));
            }
        }
    }

    private void drawEnums() {
        for (String name : List.of("e0", "e1")) {
            if (chance(80)) {
                List<String> values =
                        new ArrayList<>(List.of("'a'", "'b'", "'c'", "'d'").subList(0, 2 + random.nextInt(3)));
                if (chance(20)) {
                    values.add(0, "'z'");
                }
                ddl.add("CREATE TYPE " + name + " AS ENUM (" + String.join(", ", values) + ")");
                enums.add(name);
            }
        }
    }

    private void drawTable(String table) {
        List<Drawn> columns = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add("id bigint "
                + pick(List.of(
                        "PRIMARY KEY",
                        "GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                        "CONSTRAINT " + table + "_pk PRIMARY KEY")));
        columns.add(new Drawn("id", "bigint"));
        for (int number = 0; number < 6; number++) {
            if (chance(60)) {
                drawColumn("c" + number, columns, lines);
            }
        }
        if (chance(30)) {
            lines.add("g integer GENERATED ALWAYS AS (f0(" + random.nextInt(2) + ")) STORED");
        }
        drawRules(table, columns, lines);
        ddl.add("CREATE TABLE " + table + " (" + String.join(", ", lines) + ")"
                + (chance(15) ? " WITH (fillfactor = " + (70 + random.nextInt(3)) + ")" : ""));
        columns.stream()
                .filter(column -> chance(15))
                .forEach(column -> ddl.add("COMMENT ON COLUMN " + table + "." + column.name() + " IS '"
                        + pick(List.of("one", "two")) + "'"));
        tables.put(table, columns);
        tableNames.add(table);
    }

    private void drawColumn(String name, List<Drawn> columns, List<String> lines) {
        boolean ofEnum = !enums.isEmpty() && chance(25);
        String type = ofEnum ? pick(enums) : pick(TYPES);
        String expression = ofEnum ? "'a'" : pick(DEFAULTS.get(type));
        lines.add(name + " " + type + (chance(40) ? " DEFAULT " + expression : "") + (chance(30) ? " NOT NULL" : ""));
        columns.add(new Drawn(name, type));
    }

    private void drawRules(String table, List<Drawn> columns, List<String> lines) {
        for (Drawn column : columns) {
            String name = column.name();
            if (chance(10) && !column.type().equals("jsonb")) {
                lines.add("CONSTRAINT " + table + "_" + pick(List.of("u1", "u2")) + name + " UNIQUE (" + name + ")");
            }
            if (chance(20)) {
                lines.add("CONSTRAINT " + table + "_" + name + "_ck CHECK (" + condition(column) + ")");
            }
        }
        if (chance(20) && has(columns, "c1") && has(columns, "c2")) {
            lines.add("CONSTRAINT " + table + "_two CHECK (c1 IS NOT NULL OR c2 IS NOT NULL)");
        }
    }

    private static boolean has(List<Drawn> columns, String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    private String condition(Drawn column) {
        String name = column.name();
        return switch (column.type()) {
            case "integer", "bigint", "numeric(10,2)" -> name + " > " + random.nextInt(3);
            case "text", "varchar(20)" -> name + " IN ('a', '" + pick(List.of("b", "c")) + "')";
            case "e0", "e1" -> name + " <> 'b'";
            default -> name + " IS NOT NULL";
        };
    }

    /** Adds a foreign key to any table, including the table itself and later ones, so that cycles occur. */
    private void drawForeignKey(String table) {
        for (Drawn column : tables.get(table)) {
            boolean fits = column.type().equals("bigint") || column.type().equals("integer");
            if (fits && !column.name().equals("id") && chance(60)) {
                ddl.add("ALTER TABLE " + table + " ADD CONSTRAINT " + table + "_" + column.name() + "_fk FOREIGN KEY ("
                        + column.name() + ") REFERENCES " + pick(tableNames)
                        + pick(List.of("", " ON DELETE CASCADE", " ON DELETE SET NULL", " DEFERRABLE")));
            }
        }
    }

    private void drawIndexes(String table) {
        for (Drawn column : tables.get(table)) {
            if (chance(25) && !indexNames.isEmpty() && !column.type().equals("jsonb")) {
                String name = indexNames.remove(random.nextInt(indexNames.size()));
                boolean text = column.type().equals("text");
                ddl.add("CREATE " + (chance(20) ? "UNIQUE " : "") + "INDEX " + name + " ON " + table + " ("
                        + (text && chance(50) ? "lower(" + column.name() + ")" : column.name())
                        + pick(List.of("", " DESC"))
                        + ")" + (chance(25) ? " WHERE " + condition(column) : ""));
                indexes.add(table + " " + name);
            }
        }
    }

    private void drawTrigger(String table) {
        if (chance(20)) {
            String column = pick(tables.get(table)).name();
            ddl.add("CREATE TRIGGER tr BEFORE UPDATE OF " + column + " ON " + table + " FOR EACH ROW WHEN (new."
                    + column + " IS NOT NULL) EXECUTE FUNCTION touch()");
        }
    }

    private void drawViews() {
        List<String> sources = new ArrayList<>();
        for (String view : List.of("v0", "v1", "v2")) {
            if (chance(60) && !tableNames.isEmpty()) {
                String table = pick(tableNames);
                String columns = tables.get(table).stream()
                        .filter(column -> column.name().equals("id") || chance(60))
                        .map(column -> "x." + column.name())
                        .collect(Collectors.joining(", "));
                String other = sources.isEmpty() || chance(50) ? "" : " JOIN " + pick(sources) + " y ON y.id = x.id";
                ddl.add("CREATE " + (chance(25) ? "MATERIALIZED " : "") + "VIEW " + view + " AS SELECT " + columns
                        + " FROM " + table + " x" + other + (chance(30) ? " WHERE f0(1) > 0" : ""));
                sources.add(view);
                views.add(view);
            }
        }
    }

    private void drawSettings(String table) {
        if (chance(20)) {
            ddl.add("ALTER TABLE " + table + pick(List.of(" ENABLE", " FORCE")) + " ROW LEVEL SECURITY");
        }
        if (chance(20)) {
            ddl.add("ALTER TABLE " + table + " REPLICA IDENTITY "
                    + pick(List.of("FULL", "NOTHING", "USING INDEX " + key(table))));
        }
        List<String> own = indexes.stream()
                .filter(index -> index.startsWith(table + " "))
                .map(index -> index.substring(table.length() + 1))
                .toList();
        if (chance(30)) {
            ddl.add("ALTER TABLE " + table + " CLUSTER ON " + key(table));
        }
        own.stream().filter(index -> chance(15)).forEach(index -> ddl.add("COMMENT ON INDEX " + index + " IS 'index'"));
        tables.get(table).forEach(column -> drawColumnSettings(table, column));
        drawPrivileges("TABLE " + table, pick(List.of("SELECT", "INSERT, UPDATE (id)")));
        if (chance(20)) {
            ddl.add("COMMENT ON INDEX " + key(table) + " IS 'index of the key'");
        }
    }

    /** Returns the name of the primary key, which is that of a unique constraint on the same column if it has none. */
    private String key(String table) {
        return Stream.of(table + "_pk", table + "_u1id", table + "_u2id")
                .filter(name -> ddl.stream().anyMatch(statement -> statement.contains("CONSTRAINT " + name + " ")))
                .findFirst()
                .orElse(table + "_pkey");
    }

    private void drawColumnSettings(String table, Drawn column) {
        String start = "ALTER TABLE " + table + " ALTER COLUMN " + column.name() + " SET ";
        if (chance(10)) {
            ddl.add(start + "STATISTICS " + random.nextInt(3));
        }
        if (chance(10)) {
            ddl.add(start + "(n_distinct = " + random.nextInt(3) + ")");
        }
        if (chance(30) && List.of("text", "jsonb", "varchar(20)").contains(column.type())) {
            ddl.add(start + pick(List.of("STORAGE EXTERNAL", "STORAGE MAIN", "COMPRESSION pglz")));
        }
    }

    private void drawViewSettings(String view) {
        boolean materialized =
                ddl.stream().anyMatch(statement -> statement.startsWith("CREATE MATERIALIZED VIEW " + view));
        if (chance(40)) {
            ddl.add("COMMENT ON COLUMN " + view + ".id IS '" + pick(List.of("one", "two")) + "'");
        }
        if (chance(40)) {
            ddl.add(
                    materialized
                            ? "ALTER MATERIALIZED VIEW " + view + " ALTER COLUMN id SET STATISTICS 9"
                            : "ALTER VIEW " + view + " ALTER COLUMN id SET DEFAULT f0(" + random.nextInt(2) + ")");
        }
        drawPrivileges("TABLE " + view, pick(List.of("SELECT", "SELECT (id)")));
    }

    /** Gives privileges to roles that every server has. */
    private void drawPrivileges(String object, String privileges) {
        if (chance(30)) {
            ddl.add("GRANT " + privileges + " ON " + object + " TO "
                    + pick(List.of("PUBLIC", "pg_monitor", "pg_monitor WITH GRANT OPTION")));
        }
        if (chance(15)) {
            ddl.add("ALTER " + object + " OWNER TO pg_monitor");
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
