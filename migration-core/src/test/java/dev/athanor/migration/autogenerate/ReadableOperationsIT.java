package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.diff.Change;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each expression is written by the server, rewritten, run, and written by the server once more: it must be the same. */
@ExtendWith(PostgresExtension.class)
class ReadableOperationsIT {

    private static final String TYPES =
            "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE DOMAIN email AS text; CREATE DOMAIN code AS varchar(9);";

    private static final String COLUMNS = "v varchar(20), w varchar, x text, c char(3), i int, s smallint, b bigint,"
            + " n numeric(10,2), d double precision, r real, e mood, dt date, ts timestamp(3), tz timestamptz, bo boolean,"
            + " j jsonb, em email, co code, u uuid, a text[], va varchar[], iv interval, \"Odd One\" varchar(5), bi bit(3),"
            + " bt \"bit\", ti time, ch \"char\"";

    /** Checks as a person writes them, which come back as they are. */
    private static final List<String> CHECKS = List.of(
            "v IN ('A', 'B')",
            "w IN ('A', 'B')",
            "x IN ('A', 'B')",
            "c IN ('A', 'B')",
            "i IN (1, 2)",
            "i IN (-1, 2)",
            "s IN (1, 2)",
            "b IN (1, 2)",
            "b IN (1, 100000000000)",
            "n IN (1, 2)",
            "n IN (1.5, 2)",
            "d IN (1, 2)",
            "e IN ('sad', 'ok')",
            "dt IN ('2020-01-01', '2020-01-02')",
            "u IN ('00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000001')",
            "\"Odd One\" IN ('A', 'B')",
            "v NOT IN ('A', 'B')",
            "e NOT IN ('sad', 'ok')",
            "NOT (v IN ('A', 'B'))",
            "v IN ('it''s', 'b\\c', 'x AND v = ''A''')",
            "v = 'A'",
            "v <> 'A' AND x = 'y'",
            "v LIKE 'a%'",
            "x NOT LIKE 'a%'",
            "x ILIKE 'a'",
            "v NOT ILIKE 'a'",
            "v ~ '^a'",
            "x !~* 'a'",
            "n >= 0",
            "n > -1.5",
            "n > 100000000000.5",
            "b > 0",
            "b > -1",
            "b > 5000000000",
            "d > 0",
            "d > 0.5",
            "r > 0",
            "s > -5",
            "i > -1",
            "n > -1",
            "e = 'sad'",
            "e >= 'sad'",
            "dt > '2020-01-01'",
            "ts > '2020-01-01 00:00:00'",
            "iv > '1 day'",
            "ti < '10:00:00'",
            "c = 'abc'",
            "j = '{}'",
            "v = 'A' AND n IS NOT NULL OR v = 'B' AND n IS NULL",
            "n >= 0 AND n <= 9.5",
            "v IN ('A', 'B') AND n > 0",
            "n > 0 OR (v NOT IN ('A', 'B') OR i IN (1, 2)) AND bo",
            "length(v) > 0");

    /** Checks with casts that mean something, or that cannot be told from those. */
    private static final List<String> OTHERS = List.of(
            "v = ANY (ARRAY['A'])",
            "x = ANY (ARRAY['A'])",
            "v = ANY (ARRAY['A', 'B'])",
            "v = ANY (ARRAY['A', 'B']::text[])",
            "v IN ('A')",
            "v IN ('A', x)",
            "em IN ('A', 'B')",
            "co IN ('A', 'B')",
            "co = 'A'",
            "i::text IN ('1', '2')",
            "i::text = '1'",
            "c::text = 'abc'",
            "c LIKE 'a%'",
            "v::bpchar = 'a'",
            "b = ANY (ARRAY[1, 2])",
            "s = ANY (ARRAY[1::smallint, 2::smallint])",
            "s IN (1::smallint, 70000)",
            "i = ANY (ARRAY[1::bigint, 2::bigint])",
            "r IN (1, 2)",
            "b > 1::bigint",
            "b > 1::numeric",
            "i > 1.5",
            "n > 1::bigint",
            "n = '5'",
            "n > 1::real",
            "d > 1::real",
            "r > 0::real",
            "r > 0::numeric",
            "s > 1::smallint",
            "tz > '2020-01-01 00:00:00+00'",
            "ts > '2020-01-01'::date",
            "dt > '2020-01-01'::timestamp",
            "v || x = 'A'",
            "v = 'A' || x",
            "v IS DISTINCT FROM 'A'",
            "lower(v) = v",
            "upper(x) = x",
            "char_length(trim(v)) > 0",
            "coalesce(v, 'x') <> ''",
            "x = ANY (a)",
            "a = '{}'",
            "va = '{}'",
            "va <> '{a}'",
            "bi = B'101'",
            "bt = B'1'",
            "ch = 'a'",
            "x = 'a' COLLATE \"C\"",
            "v LIKE 'a!%' ESCAPE '!'",
            "(v = 'A') = bo",
            "(v IN ('A', 'B')) = bo",
            "(v = 'A') IS NOT TRUE",
            "(v = 'A') IS NULL",
            "CASE WHEN v = 'A' THEN n > 0 ELSE bo END",
            "CASE v WHEN 'A' THEN n > 0 WHEN 'B' THEN bo END",
            "i + 1 > 0",
            "-i > 0",
            "v BETWEEN 'a' AND 'b'",
            "n BETWEEN 0 AND 1",
            "row(v, x) = row('a', 'b')",
            "x = '::text'",
            "x = 'v::text = ''A''::text'",
            "concat('(v = ', v) = 'a'",
            "to_jsonb(v) = '1'",
            "j ->> 'a' = 'b'",
            "j ->> 'a' IN ('a', 'b')",
            "(j ->> 'a')::int IN (1, 2)",
            "v > 'A' OR n BETWEEN 0 AND 9.5");

    private static final String DEFAULTS = "CREATE TABLE defaults (a varchar(20) DEFAULT 'x', b text DEFAULT 'it''s',"
            + " c char(3) DEFAULT 'abc', d int DEFAULT 0, e int DEFAULT -1, f bigint DEFAULT 0, g bigint DEFAULT -1,"
            + " h numeric(10,2) DEFAULT 0, i numeric DEFAULT 1.5, j mood DEFAULT 'ok', k jsonb DEFAULT '{}',"
            + " l date DEFAULT '2020-01-01', m timestamptz DEFAULT now(), n boolean DEFAULT false, o text[] DEFAULT '{}',"
            + " p interval DEFAULT '1 day', q uuid DEFAULT gen_random_uuid(), r double precision DEFAULT -0.5,"
            + " s real DEFAULT 0.5, t numeric(4,1) DEFAULT '5', u timestamp(3) DEFAULT '2020-01-01', w email DEFAULT 'x',"
            + " x smallint DEFAULT -1, y numeric DEFAULT -1, z bigint DEFAULT nextval('numbers'), aa text[] DEFAULT ARRAY['a'],"
            + " bb text DEFAULT 'a' || 'b', cc varchar(5) DEFAULT 'x'::text, dd bigint DEFAULT 5000000000,"
            + " ee bigint DEFAULT -5000000000, ff bigint DEFAULT '-1'::bigint, gg bit(3) DEFAULT B'101',"
            + " hh interval(3) DEFAULT '1 day', ii text DEFAULT 5, jj text DEFAULT '5'::int, kk int DEFAULT '5'::text::int,"
            + " ll varchar[] DEFAULT '{}', mm time DEFAULT '10:00', nn inet DEFAULT '::1', oo boolean DEFAULT 'yes',"
            + " pp numeric DEFAULT -100000000000000000000, qq bigint DEFAULT -9223372036854775808,"
            + " rr int DEFAULT -2147483648, ss numeric(3) DEFAULT 1::numeric, tt code DEFAULT 'c',"
            + " uu text GENERATED ALWAYS AS (CASE WHEN a = 'x' THEN 'y' END) STORED)";

    private static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return SchemaReader.read(connection, SchemaScope.of("public"));
        }
    }

    private static List<String> written(TestDatabase database) {
        return database.texts(
                "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                        + " WHERE contype = 'c' AND connamespace = 'public'::regnamespace UNION ALL"
                        + " SELECT attname || ' ' || pg_get_expr(adbin, adrelid) FROM pg_attrdef JOIN pg_attribute"
                        + " ON attrelid = adrelid AND attnum = adnum UNION ALL SELECT indexdef FROM pg_indexes"
                        + " WHERE schemaname = 'public' UNION ALL SELECT typname || ' ' || typdefault FROM pg_type"
                        + " WHERE typtype = 'd' AND typnamespace = 'public'::regnamespace AND typdefault IS NOT NULL ORDER BY 1");
    }

    /** Returns the text that creates the tables and domains, after it has been run in place of them. */
    private static String createdAgain(TestDatabase database) throws SQLException {
        Schema schema = read(database);
        List<Operation> operations = new ArrayList<>();
        schema.all(Domain.class).stream()
                .filter(domain -> !domain.name().name().matches("email|code"))
                .forEach(domain -> operations.add(new CreateDomain(domain)));
        schema.tables().forEach(table -> operations.add(new CreateTable(table)));
        Change readable = ReadableOperations.of(Change.of(operations), Schema.EMPTY, schema);
        database.execute(SqlText.of(readable.downgrade()));
        database.execute(SqlText.of(readable.upgrade()));
        return SqlText.of(readable.upgrade());
    }

    private static String table(List<String> checks) {
        return TYPES + "CREATE TABLE t (" + COLUMNS + ", "
                + IntStream.range(0, checks.size())
                        .mapToObj(at -> String.format("CONSTRAINT c%03d CHECK (%s)", at, checks.get(at)))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static List<String> checks(String sql) {
        return sql.lines()
                .filter(line -> line.contains(" CHECK "))
                .map(line -> line.strip().replaceFirst("^CONSTRAINT c\\d+ CHECK \\((.*)\\),?;?$", "$1"))
                .toList();
    }

    @Test
    void checksAreWrittenAsAPersonDoes(TestDatabase database) throws SQLException {
        database.execute(table(CHECKS));
        List<String> before = written(database);

        String sql = createdAgain(database);

        assertThat(written(database)).isEqualTo(before);
        assertThat(checks(sql)).isEqualTo(CHECKS);
    }

    @Test
    void checksWithCastsThatMeanSomethingKeepTheirMeaning(TestDatabase database) throws SQLException {
        database.execute(table(OTHERS));
        Schema before = read(database);

        createdAgain(database);

        assertThat(read(database)).isEqualTo(before);
    }

    @Test
    void defaultsAreWrittenWithoutTheTypeOfTheColumn(TestDatabase database) throws SQLException {
        database.execute(TYPES + "CREATE SEQUENCE numbers;" + DEFAULTS);
        List<String> before = written(database);

        String sql = createdAgain(database);

        assertThat(written(database)).isEqualTo(before);
        assertThat(sql).isEqualTo("""
                CREATE TABLE defaults (
                    a character varying(20) DEFAULT 'x',
                    b text DEFAULT 'it''s',
                    c character(3) DEFAULT 'abc',
                    d integer DEFAULT 0,
                    e integer DEFAULT -1,
                    f bigint DEFAULT 0,
                    g bigint DEFAULT -1,
                    h numeric(10,2) DEFAULT 0,
                    i numeric DEFAULT 1.5,
                    j mood DEFAULT 'ok',
                    k jsonb DEFAULT '{}',
                    l date DEFAULT '2020-01-01',
                    m timestamp with time zone DEFAULT now(),
                    n boolean DEFAULT false,
                    o text[] DEFAULT '{}',
                    p interval DEFAULT '1 day',
                    q uuid DEFAULT gen_random_uuid(),
                    r double precision DEFAULT -0.5,
                    s real DEFAULT 0.5,
                    t numeric(4,1) DEFAULT '5'::numeric,
                    u timestamp(3) without time zone DEFAULT '2020-01-01 00:00:00',
                    w email DEFAULT 'x'::text,
                    x smallint DEFAULT -1,
                    y numeric DEFAULT -1,
                    z bigint DEFAULT nextval('numbers'),
                    aa text[] DEFAULT ARRAY['a'::text],
                    bb text DEFAULT 'a'::text || 'b'::text,
                    cc character varying(5) DEFAULT 'x'::text,
                    dd bigint DEFAULT 5000000000,
                    ee bigint DEFAULT -5000000000,
                    ff bigint DEFAULT '-1'::bigint,
                    gg bit(3) DEFAULT '101'::"bit",
                    hh interval(3) DEFAULT '1 day'::interval(3),
                    ii text DEFAULT 5,
                    jj text DEFAULT 5,
                    kk integer DEFAULT '5'::text::integer,
                    ll character varying[] DEFAULT '{}',
                    mm time without time zone DEFAULT '10:00:00',
                    nn inet DEFAULT '::1',
                    oo boolean DEFAULT true,
                    pp numeric DEFAULT -100000000000000000000,
                    qq bigint DEFAULT '-9223372036854775808'::bigint,
                    rr integer DEFAULT '-2147483648'::integer,
                    ss numeric(3,0) DEFAULT 1::numeric,
                    tt code DEFAULT 'c'::character varying,
                    uu text GENERATED ALWAYS AS (
                CASE
                    WHEN a = 'x' THEN 'y'::text
                    ELSE NULL::text
                END) STORED
                );""");
    }

    @Test
    void indexesAndDomainsAreWrittenSo(TestDatabase database) throws SQLException {
        database.execute(TYPES + "CREATE DOMAIN state AS varchar(9) DEFAULT 'NEW' CHECK (VALUE IN ('NEW', 'OLD'));"
                + "CREATE DOMAIN percent AS int DEFAULT -1 CHECK (VALUE >= -1 AND VALUE <= 100);"
                + "CREATE TABLE t (" + COLUMNS + ");"
                + "CREATE UNIQUE INDEX one ON t (lower(v)) WHERE v IN ('A', 'B') AND n > 0;"
                + "CREATE INDEX two ON t (upper(x), lower(\"Odd One\")) WHERE e = 'sad'");
        List<String> before = written(database);

        String sql = createdAgain(database);

        assertThat(written(database)).isEqualTo(before);
        assertThat(sql)
                .contains("CREATE DOMAIN percent AS integer DEFAULT -1", "CHECK (VALUE IN ('NEW', 'OLD'))")
                .contains("CREATE UNIQUE INDEX one ON t (lower(v)) WHERE v IN ('A', 'B') AND n > 0;")
                .contains("CREATE INDEX two ON t (upper(x), lower(\"Odd One\")) WHERE e = 'sad'");
    }
}
