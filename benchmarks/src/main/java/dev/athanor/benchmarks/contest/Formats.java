package dev.athanor.benchmarks.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same revisions as each tool wants its files. */
public final class Formats {

    private static final String MASTER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <includeAll path="changes" relativeToChangelogFile="true"/>
            </databaseChangeLog>
            """;

    private Formats() {}

    /** Statements only. */
    public static void plain(Revisions revisions, Path folder) throws IOException {
        for (int number : revisions.numbers().toArray()) {
            Files.writeString(folder.resolve(String.format("%06d.sql", number)), revisions.upgrade(number));
        }
    }

    /** With our header and sections. */
    public static void athanor(Revisions revisions, Path folder) throws IOException {
        for (int number : revisions.numbers().toArray()) {
            Files.writeString(folder.resolve(String.format("%06d.sql", number)), AthanorScript.of(revisions, number));
        }
    }

    /** With Flyway's names. */
    public static void flyway(Revisions revisions, Path folder) throws IOException {
        for (int number : revisions.numbers().toArray()) {
            Files.writeString(folder.resolve("V" + number + "__customers.sql"), revisions.upgrade(number));
        }
    }

    /** Formatted SQL of Liquibase, and the file that includes it all. */
    public static void liquibase(Revisions revisions, Path folder) throws IOException {
        Files.writeString(folder.resolve("master.xml"), MASTER);
        Path changes = Files.createDirectory(folder.resolve("changes"));
        for (int number : revisions.numbers().toArray()) {
            Files.writeString(
                    changes.resolve(String.format("%06d.sql", number)),
                    "--liquibase formatted sql\n\n--changeset benchmark:" + number + "\n" + revisions.upgrade(number)
                            + "--rollback " + revisions.downgrade(number));
        }
    }
}
