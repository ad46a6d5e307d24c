package dev.athanor.benchmarks.contest;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** One way to bring a database to head. */
interface Contestant {

    /** What the table calls it. */
    String name();

    /** Writes the revisions as it wants them. */
    void write(Revisions revisions, Path folder) throws IOException;

    /** All that a process does at its start: reads the files, connects, and applies what is missing. */
    void upgrade(DataSource dataSource, Path folder) throws Exception;
}
