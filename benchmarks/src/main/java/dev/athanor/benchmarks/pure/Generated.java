package dev.athanor.benchmarks.pure;

import dev.athanor.benchmarks.contest.AthanorScript;
import dev.athanor.benchmarks.contest.Revisions;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.ScriptFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the benchmarks read. */
public final class Generated {

    private static final int STATEMENTS = 3;

    private Generated() {}

    /** A fork and a merge, one after the other. */
    public static List<Revision> ladder(int size) {
        List<Revision> revisions = new ArrayList<>(List.of(revision(0)));
        while (revisions.size() < size) {
            int fork = revisions.size() - 1;
            revisions.add(revision(fork + 1, fork));
            revisions.add(revision(fork + 2, fork));
            revisions.add(revision(fork + 3, fork + 1, fork + 2));
        }
        return revisions.subList(0, size);
    }

    private static Revision revision(int number, int... down) {
        List<RevisionId> parents = IntStream.of(down).mapToObj(Generated::id).toList();
        return new Revision(id(number), parents, List.of(), List.of());
    }

    private static RevisionId id(int number) {
        return new RevisionId(String.format("r%06d", number));
    }

    /** A line of scripts. */
    public static List<ScriptFile> files(int count) {
        Revisions revisions = new Revisions(count, STATEMENTS);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        new ScriptFile("db/revisions/" + number + ".sql", AthanorScript.of(revisions, number)))
                .toList();
    }

    /** SQL of about that many characters: tables, functions, comments, and rows with quotes in them. */
    public static String sql(int characters) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; text.length() < characters; number++) {
            text.append("-- table ")
                    .append(number)
                    .append("\nCREATE TABLE \"t_")
                    .append(number);
            text.append(
                    "\" (id bigint PRIMARY KEY, name text NOT NULL DEFAULT 'it''s', /* a /* nested */ one */ n int);\n");
            text.append("CREATE FUNCTION f_").append(number);
            text.append("() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.n := 1; RETURN NEW; END; $body$;\n");
            text.append("INSERT INTO t_")
                    .append(number)
                    .append(" VALUES (1, 'first', 10), (2, E'sec\\'ond', 20.5e3);\n");
        }
        return text.toString();
    }
}
