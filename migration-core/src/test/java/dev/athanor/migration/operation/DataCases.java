package dev.athanor.migration.operation;

import static dev.athanor.migration.operation.OperationCase.row;

import dev.athanor.migration.operation.DataOperation.Execute;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class DataCases {

    private static final String USERS = "CREATE TABLE users (id bigint, name text, age integer DEFAULT 18)";
    private static final String EVERYTHING = "CREATE TYPE mood AS ENUM ('SAD', 'OK'); CREATE TABLE everything"
            + " (a boolean, b numeric, c double precision, d uuid, e date, f time, g timetz, h timestamp, i timestamptz,"
            + " j interval, k bytea, l text[], m integer[], n mood, o mood[], p jsonb, q text)";
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private enum Mood {
        SAD,
        OK
    }

    static final List<OperationCase> ROWS = List.of(
            row("a statement", USERS, op -> op.execute("UPDATE users SET age = 1;"), "UPDATE users SET age = 1;")
                    .oneWay(),
            row(
                            "two statements",
                            USERS,
                            op -> op.execute("DELETE FROM users; -- all\nINSERT INTO users VALUES (1)"),
                            "DELETE FROM users;\n\nINSERT INTO users VALUES (1);")
                    .oneWay(),
            row(
                            "a statement with an operator",
                            "CREATE TABLE t (j jsonb)",
                            op -> op.execute("DELETE FROM t WHERE j ? 'a'"),
                            "DELETE FROM t WHERE j ? 'a';")
                    .oneWay(),
            row(
                            "a statement with values",
                            USERS,
                            op -> op.execute(
                                    "UPDATE users SET age = ?, name = ? WHERE id=? AND name <> '?' /* ? */",
                                    1,
                                    "it's",
                                    2L),
                            "UPDATE users SET age = 1, name = 'it''s' WHERE id=2 AND name <> '?';")
                    .oneWay(),
            row(
                            "a statement with values and an operator",
                            "CREATE TABLE t (j jsonb, n integer)",
                            op -> op.execute("DELETE FROM t WHERE j ??| ? AND n > 1 -?", List.of("a", "b"), -1),
                            "DELETE FROM t WHERE j ?| '{\"a\",\"b\"}' AND n > 1 - -1;")
                    .oneWay(),
            row(
                            "a statement with values of every type",
                            "",
                            op -> op.execute(
                                    "SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?",
                                    null,
                                    true,
                                    new BigDecimal("1.50"),
                                    ID,
                                    LocalDate.parse("2025-10-07"),
                                    Instant.parse("2025-10-07T10:50:00Z"),
                                    Duration.ofMinutes(90),
                                    new byte[] {(byte) 0xDE, (byte) 0xAD},
                                    SqlValue.expression("now()")),
                            "SELECT NULL, true, 1.50, UUID '00000000-0000-4000-8000-000000000001', DATE '2025-10-07',"
                                    + " TIMESTAMPTZ '2025-10-07T10:50:00Z', INTERVAL 'PT1H30M', BYTEA E'\\\\xdead', now();")
                    .oneWay(),
            row(
                            "a statement with an enum of java.time",
                            "",
                            op -> op.execute("SELECT ?::text", DayOfWeek.MONDAY),
                            "SELECT 'MONDAY'::text;")
                    .oneWay(),
            row(
                    "a statement and what undoes it",
                    USERS,
                    op -> op.execute(Execute.sql("CREATE TABLE t (a text DEFAULT ?)", "x")
                            .undoneBy("DROP TABLE t")),
                    "CREATE TABLE t (a text DEFAULT 'x');"),
            row(
                            "a statement outside of a transaction",
                            USERS,
                            op -> op.execute(Execute.sql("VACUUM users").outsideTransaction()),
                            "VACUUM users;")
                    .oneWay(),
            row(
                    "a statement outside of a transaction and what undoes it",
                    USERS,
                    op -> op.execute(Execute.sql("CREATE INDEX CONCURRENTLY i ON users (id)")
                            .undoneBy("DROP INDEX CONCURRENTLY i")
                            .outsideTransaction()),
                    "CREATE INDEX CONCURRENTLY i ON users (id);"),
            row(
                            "a statement of several lines",
                            USERS,
                            op -> op.execute("""
                            UPDATE users
                               SET name = '\\	"\"""'
                             WHERE age > 3
                            """),
                            "UPDATE users\n   SET name = '\\\t\"\"\"\"'\n WHERE age > 3;")
                    .oneWay(),
            row(
                            "rows",
                            USERS,
                            op -> op.bulkInsert(
                                    "users", List.of(Map.of("name", "Ann", "id", 1), Map.of("id", 2, "name", "Bob"))),
                            """
                    INSERT INTO users (id, name) VALUES
                        (1, 'Ann'),
                        (2, 'Bob');
                    """)
                    .oneWay(),
            row(
                            "rows in an order of their own",
                            USERS,
                            op -> {
                                Map<String, Object> row = new LinkedHashMap<>();
                                row.put("name", "Ann");
                                row.put("id", 1);
                                row.put("age", null);
                                op.bulkInsert("users", List.of(row));
                            },
                            """
                    INSERT INTO users (name, id, age) VALUES
                        ('Ann', 1, NULL);
                    """)
                    .oneWay(),
            row(
                            "rows that leave something out",
                            USERS,
                            op -> op.bulkInsert("users", List.of(Map.of("id", 1, "age", 3), Map.of("id", 2))),
                            """
                    INSERT INTO users (age, id) VALUES
                        (3, 1),
                        (DEFAULT, 2);
                    """)
                    .oneWay(),
            row(
                    "rows with a key",
                    USERS,
                    op -> op.bulkInsert(
                            "users",
                            List.of("id"),
                            List.of(Map.of("id", 1, "name", "Ann"), Map.of("id", 2, "name", "Bob"))),
                    """
                    INSERT INTO users (id, name) VALUES
                        (1, 'Ann'),
                        (2, 'Bob');
                    """),
            row(
                    "rows as lists with a key of two columns",
                    USERS,
                    op -> op.bulkInsert(
                            "users",
                            List.of("name", "age", "id"),
                            List.of("name", "id"),
                            List.of(List.of("Ann", 3, 1), List.of("Bob", SqlValue.NULL, 2))),
                    """
                    INSERT INTO users (name, age, id) VALUES
                        ('Ann', 3, 1),
                        ('Bob', NULL, 2);
                    """),
            row(
                    "rows that go",
                    USERS + "; INSERT INTO users VALUES (1, 'Ann', 3), (2, 'Bob', 4)",
                    op -> op.bulkDelete(
                            "users",
                            List.of("id"),
                            List.of(
                                    Map.of("id", 1, "name", "Ann", "age", 3),
                                    Map.of("id", 2, "name", "Bob", "age", 4))),
                    "DELETE FROM users WHERE id IN (1, 2);"),
            row(
                    "rows that go by two columns",
                    USERS + "; INSERT INTO users VALUES (1, 'Ann', 3)",
                    op -> op.bulkDelete(
                            "users",
                            List.of("id", "name", "age"),
                            List.of("id", "name"),
                            List.of(List.of(1, "Ann", 3))),
                    "DELETE FROM users WHERE (id, name) IN ((1, 'Ann'));"),
            row(
                            "rows of every type",
                            EVERYTHING,
                            op -> op.bulkInsert("everything", List.of(DataCases.everything())),
                            """
                    INSERT INTO everything (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q) VALUES
                        (false, 123456789012345678901234567890, 0.1, '00000000-0000-4000-8000-000000000001', '2025-10-07', '10:50', '10:50+02:00', '2025-10-07T10:50', '2025-10-07T10:50+02:00', 'P1M2D', E'\\\\x00ff', E'{"a","b \\\\"c\\\\" \\\\\\\\","it''s",NULL}', '{{1,2},{3,4}}', 'SAD', '{"OK"}', '{"a": 1}', upper('x'));
                    """)
                    .oneWay(),
            row(
                            "rows of another schema",
                            "CREATE SCHEMA audit; CREATE TABLE audit.log (at date, big bigint, small double precision)",
                            op -> op.in("audit")
                                    .bulkInsert(
                                            "log",
                                            List.of(Map.of("at", "now", "big", 5_000_000_000L, "small", Double.NaN))),
                            """
                    INSERT INTO audit.log (at, big, small) VALUES
                        ('now', 5000000000, 'NaN');
                    """)
                    .oneWay());

    private DataCases() {}

    private static Map<String, Object> everything() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("a", false);
        row.put("b", new BigInteger("123456789012345678901234567890"));
        row.put("c", 0.1);
        row.put("d", ID);
        row.put("e", LocalDate.parse("2025-10-07"));
        row.put("f", LocalTime.parse("10:50"));
        row.put("g", OffsetTime.parse("10:50+02:00"));
        row.put("h", LocalDateTime.parse("2025-10-07T10:50"));
        row.put("i", OffsetDateTime.parse("2025-10-07T10:50+02:00").atZoneSameInstant(ZoneId.of("+02:00")));
        row.put("j", Period.of(0, 1, 2));
        row.put("k", new byte[] {0, (byte) 0xFF});
        row.put("l", List.of("a", "b \"c\" \\", "it's", SqlValue.NULL));
        row.put("m", List.of(List.of(1, 2), List.of(3, 4)));
        row.put("n", Mood.SAD);
        row.put("o", List.of(Mood.OK));
        row.put("p", "{\"a\": 1}");
        row.put("q", SqlValue.expression("upper('x')"));
        return row;
    }
}
