package dev.athanor.benchmarks.contest;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.source.FolderSource;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** Ours, through its facade. */
final class AthanorContestant implements Contestant {

    @Override
    public String name() {
        return "Athanor";
    }

    @Override
    public void write(Revisions revisions, Path folder) throws IOException {
        Formats.athanor(revisions, folder);
    }

    @Override
    public void upgrade(DataSource dataSource, Path folder) {
        Migrations.builder(dataSource).source(new FolderSource(folder)).build().upgrade();
    }
}
