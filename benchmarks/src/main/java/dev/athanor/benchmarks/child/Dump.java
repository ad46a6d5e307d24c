package dev.athanor.benchmarks.child;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A baseline as {@code pg_dump --inserts} writes it: a table, and very many rows. */
final class Dump {

    private static final String HEADER =
            "-- baseline\n--\n-- Revision ID: ba5e11ba5e11\n-- Revises:\n-- Create Date: 2025-10-07T10:50:00Z\n\n-- @upgrade\n";

    private Dump() {}

    static Path write(long bytes) throws IOException {
        Path folder = Files.createTempDirectory("dump");
        try (Writer file = Files.newBufferedWriter(folder.resolve("baseline.sql"))) {
            file.write(HEADER + "CREATE TABLE public.entries (id bigint, title text, body text);\n");
            long written = 0;
            for (long row = 0; written < bytes; row++) {
                String insert = "INSERT INTO public.entries VALUES (" + row + ", 'entry number " + row + "', '"
                        + "the body of an entry, ".repeat(40) + "');\n";
                file.write(insert);
                written += insert.length();
            }
            file.write("\n-- @downgrade\nDROP TABLE public.entries;\n");
        }
        return folder;
    }
}
