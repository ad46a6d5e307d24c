package dev.athanor.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A folder of revisions that take their time, of every kind that can be broken off: transactional and not, DDL and data,
 * indexes built concurrently, enum values, branches and merge points.
 *
 * <p>Each writes what it does into {@code ledger}, which has no key: a statement that ran twice is seen there. Commits that
 * wrote into it take their time as well, so that kills meet them.
 */
final class CrashRevisions {

    /** How many there are. */
    static final int COUNT = 64;

    private static final int KINDS = 8;
    private static final int BRANCH_EVERY = 16;

    private final Path folder;

    CrashRevisions(Path folder) {
        this.folder = folder;
    }

    /** Writes them all. */
    void write() throws IOException {
        for (int number = 0; number < COUNT; number++) {
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "%03d.sql", number)),
                    "-- revision " + number + "\n--\n-- Revision ID: " + id(number) + "\n-- Revises: " + revises(number)
                            + "\n\n" + sections(number));
        }
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "r%03d", number);
    }

    /** Every sixteenth is a branch point of two, and the fourth after it joins the two again. */
    private static String revises(int number) {
        return switch (number % BRANCH_EVERY) {
            case 2 -> id(number - 2);
            case 3 -> id(number - 2);
            case 4 -> id(number - 2);
            case 5 -> id(number - 2) + ", " + id(number - 1);
            default -> number == 0 ? "" : id(number - 1);
        };
    }

    private static String sections(int number) {
        return switch (number % KINDS) {
            case 0 -> number == 0 ? foundation() : table(number);
            case 1 -> concurrentIndexes(number);
            case 2 -> data(number);
            case 3 -> enumValues(number);
            case 4 -> columnAndTrigger(number);
            case 5 -> plainInserts(number);
            case 6 -> partitions(number);
            default -> replacedIndex(number);
        };
    }

    private static String foundation() {
        return """
                -- @upgrade
                CREATE TABLE ledger (revision text, line int);
                CREATE TYPE mood AS ENUM ('calm');
                CREATE TABLE base (id int PRIMARY KEY, amount int NOT NULL, note text);
                INSERT INTO base SELECT n, n * 7 % 13, 'note ' || n FROM generate_series(1, 12) AS n;
                CREATE FUNCTION slowly(value int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
                BEGIN
                  PERFORM pg_sleep(0.001);
                  RETURN value;
                END $$;
                CREATE TABLE parted (id int, part int) PARTITION BY LIST (part);
                CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  PERFORM pg_sleep(0.01);
                  RETURN NULL;
                END $$;
                CREATE CONSTRAINT TRIGGER linger AFTER INSERT ON ledger DEFERRABLE INITIALLY DEFERRED
                  FOR EACH ROW EXECUTE FUNCTION linger();

                -- @downgrade irreversible
                """;
    }

    private static String table(int number) {
        return """
                -- @upgrade
                CREATE TABLE t_%1$d (id int PRIMARY KEY, base_id int REFERENCES base, note text DEFAULT 'n;n');
                %2$s
                INSERT INTO t_%1$d (id, base_id) SELECT id, id FROM base;
                SELECT pg_sleep(0.02);
                COMMENT ON TABLE t_%1$d IS 'made by %1$d';
                CREATE INDEX t_%1$d_note ON t_%1$d (note);

                -- @downgrade
                DELETE FROM ledger WHERE revision = '%1$d';
                DROP TABLE t_%1$d;
                """.formatted(number, line(number, 1));
    }

    private static String concurrentIndexes(int number) {
        return """
                -- @upgrade transaction=none
                CREATE INDEX CONCURRENTLY base_%1$d_slow ON base (slowly(amount));
                %2$s
                CREATE INDEX CONCURRENTLY base_%1$d_note ON base (note, amount) WHERE amount > %1$d %% 5;
                %3$s

                -- @downgrade transaction=none
                DROP INDEX CONCURRENTLY base_%1$d_slow;
                DROP INDEX CONCURRENTLY base_%1$d_note;
                """.formatted(number, line(number, 1), line(number, 2));
    }

    private static String data(int number) {
        return """
                -- @upgrade
                UPDATE base SET amount = amount + 1;
                SELECT pg_sleep(0.015);
                UPDATE base SET note = note || '.' WHERE amount %% 2 = 0;
                %s
                SELECT pg_sleep(0.015);

                -- @downgrade irreversible
                """.formatted(line(number, 1));
    }

    private static String enumValues(int number) {
        return """
                -- @upgrade transaction=none
                ALTER TYPE mood ADD VALUE 'mood %1$d';
                SELECT pg_sleep(0.01);
                %2$s
                CREATE TABLE moods_%1$d (m mood DEFAULT 'mood %1$d');
                INSERT INTO moods_%1$d DEFAULT VALUES;
                SELECT pg_sleep(0.01);
                VACUUM moods_%1$d;
                %3$s

                -- @downgrade irreversible
                """.formatted(number, line(number, 1), line(number, 2));
    }

    private static String columnAndTrigger(int number) {
        return """
                -- @upgrade
                ALTER TABLE base ADD COLUMN c_%1$d int NOT NULL DEFAULT %1$d;
                SELECT pg_sleep(0.02);
                CREATE FUNCTION f_%1$d() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER g_%1$d BEFORE UPDATE ON base FOR EACH ROW EXECUTE FUNCTION f_%1$d();
                %2$s

                -- @downgrade irreversible
                """.formatted(number, line(number, 1));
    }

    private static String plainInserts(int number) {
        return """
                -- @upgrade transaction=none
                %2$s
                SELECT pg_sleep(0.01);
                %3$s
                SELECT pg_sleep(0.01);
                UPDATE base SET amount = amount * 2 %% 101;
                %4$s
                SET search_path TO pg_catalog, public;

                -- @downgrade transaction=none
                DELETE FROM ledger WHERE revision = '%1$d';
                """.formatted(number, line(number, 1), line(number, 2), line(number, 3));
    }

    private static String partitions(int number) {
        return """
                -- @upgrade
                SET LOCAL statement_timeout = '1min';
                CREATE TABLE parted_%1$d PARTITION OF parted FOR VALUES IN (%1$d);
                INSERT INTO parted SELECT n, %1$d FROM generate_series(1, 5) AS n;
                SELECT pg_sleep(0.02);
                CREATE VIEW v_%1$d AS SELECT count(*) AS rows FROM parted WHERE part = %1$d;
                %2$s

                -- @downgrade irreversible
                """.formatted(number, line(number, 1));
    }

    private static String replacedIndex(int number) {
        return """
                -- @upgrade transaction=none
                CREATE UNIQUE INDEX CONCURRENTLY parted_%1$d_id ON parted_%1$d (id, slowly(part));
                ALTER TABLE base DROP COLUMN IF EXISTS c_%1$d;
                CREATE INDEX CONCURRENTLY base_%2$d ON base (id, amount);
                DROP INDEX CONCURRENTLY base_%2$d;
                %3$s
                ALTER TABLE parted DETACH PARTITION parted_%1$d CONCURRENTLY;

                -- @downgrade irreversible
                """.formatted(number - 1, number, line(number, 1));
    }

    private static String line(int number, int line) {
        return "INSERT INTO ledger VALUES ('" + number + "', " + line + ");";
    }
}
