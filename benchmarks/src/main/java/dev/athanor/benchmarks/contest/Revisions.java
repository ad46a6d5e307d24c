package dev.athanor.benchmarks.contest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of revisions as an application's first years leave them: a table each, and what belongs to it.
 *
 * @param count how many
 * @param statements of each
 */
public record Revisions(int count, int statements) {

    private static final List<String> FURTHER = List.of(
            "CREATE INDEX customer_%1$d_name_%2$d ON customer_%1$d (name, id)",
            "INSERT INTO customer_%1$d (name) VALUES ('first of %1$d'), ('second of %1$d'), ('of statement %2$d')",
            "ALTER TABLE customer_%1$d ADD COLUMN note_%2$d varchar(200) DEFAULT 'none'",
            "COMMENT ON TABLE customer_%1$d IS 'customers, revision %1$d, statement %2$d'");

    /** The numbers of the revisions, from 1. */
    IntStream numbers() {
        return IntStream.rangeClosed(1, count);
    }

    /** The statements of a revision, each ended by a semicolon and a line end. */
    public String upgrade(int revision) {
        return IntStream.range(0, statements)
                .mapToObj(number -> statement(revision, number))
                .collect(Collectors.joining(";\n", "", ";\n"));
    }

    /** The way back. */
    public String downgrade(int revision) {
        return "DROP TABLE customer_" + revision + ";\n";
    }

    private static String statement(int revision, int number) {
        if (number == 0) {
            return "CREATE TABLE customer_" + revision + " (\n    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
                    + "    name text NOT NULL,\n    created_at timestamptz NOT NULL DEFAULT now()\n)";
        }
        return String.format(FURTHER.get((number - 1) % FURTHER.size()), revision, number);
    }
}
