package dev.athanor.benchmarks.proof;

import dev.athanor.benchmarks.Arguments;
import dev.athanor.benchmarks.Benchmark;
import dev.athanor.benchmarks.Server;
import dev.athanor.benchmarks.report.Machine;
import dev.athanor.benchmarks.report.Samples;
import dev.athanor.benchmarks.report.Table;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import dev.athanor.migration.verify.VerifyReport;
import dev.athanor.migration.verify.VerifySettings;
import dev.athanor.migration.witness.CatalogWitness;
import dev.athanor.migration.witness.WitnessScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The proof of many revisions on a schema of many tables, and how long each of the two witnesses reads a large one. */
public final class Proofs implements Benchmark {

    private static final String TABLE = """
            CREATE TABLE t%1$s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,
                mail varchar(200) UNIQUE, amount numeric(10, 2) DEFAULT 0 CHECK (amount >= 0),
                created timestamptz NOT NULL DEFAULT now(), kind int, parent bigint REFERENCES t%1$s);
            CREATE INDEX ON t%1$s (kind, created);
            """;

    @Override
    public Table run(Arguments arguments) throws Exception {
        int revisions = arguments.number("proven-revisions", 300);
        int tables = arguments.number("tables", 150);
        int large = arguments.number("large-tables", 1_000);
        Samples verify = new Samples();
        Samples reader = new Samples();
        Samples witness = new Samples();
        try (Server server = Server.start()) {
            for (int round = 0; round < arguments.number("proofs", 3); round++) {
                verify.add(verify(server, revisions, tables));
            }
            TestDatabase database = server.createDatabase();
            database.execute(tables(large));
            for (int round = 0; round < 2 * arguments.number("rounds", 5); round++) {
                read(database, reader, witness);
            }
        }
        return new Table(
                List.of("work", "time"),
                List.of(
                        List.of(
                                String.format(Locale.ROOT, "verify %,d revisions on %,d tables", revisions, tables),
                                Samples.millis(verify.medianMillis())),
                        List.of(
                                String.format(Locale.ROOT, "read %,d tables: catalog reader", large),
                                Samples.millis(reader.medianMillis())),
                        List.of(
                                String.format(Locale.ROOT, "read %,d tables: witness", large),
                                Samples.millis(witness.medianMillis()))),
                "Medians; each revision up, down and up again, then all of them; " + Machine.describe() + ".");
    }

    private static Duration verify(Server server, int revisions, int tables) throws SQLException {
        Scripts scripts = Scripts.none().with("r0", "", tables(tables), "DROP TABLE " + names(tables) + ";");
        for (int number = 1; number <= revisions; number++) {
            String table = "t" + (number % tables + 1);
            scripts = scripts.with(
                    "r" + number,
                    "r" + (number - 1),
                    "ALTER TABLE " + table + " ADD c" + number + " int; CREATE INDEX i" + number + " ON " + table
                            + " (c" + number + ");",
                    "ALTER TABLE " + table + " DROP c" + number + ";");
        }
        TestDatabase database = server.createDatabase();
        Migrations migrations = TestMigrations.of(database, scripts);
        VerifyReport report = migrations.verify(VerifySettings.all());
        if (!report.restores()) {
            throw new IllegalStateException(report.toString());
        }
        server.drop(database);
        return report.duration();
    }

    private static String tables(int count) {
        StringBuilder ddl = new StringBuilder();
        for (int number = 1; number <= count; number++) {
            ddl.append(TABLE.formatted(number));
        }
        return ddl.toString();
    }

    private static String names(int count) {
        StringBuilder names = new StringBuilder("t1");
        for (int number = 2; number <= count; number++) {
            names.append(", t").append(number);
        }
        return names.toString();
    }

    private static void read(TestDatabase database, Samples reader, Samples witness) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            long begun = System.nanoTime();
            SchemaReader.read(connection, SchemaScope.of("public"));
            long between = System.nanoTime();
            new CatalogWitness(connection).read(WitnessScope.of("public"));
            witness.add(Duration.ofNanos(System.nanoTime() - between));
            reader.add(Duration.ofNanos(between - begun));
        }
    }
}
