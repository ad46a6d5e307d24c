package dev.athanor.benchmarks.contest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.FastCheckService;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase with formatted SQL, one file a change set. */
final class LiquibaseContestant implements Contestant {

    private static final Logger LOGGER = Logger.getLogger("liquibase");

    LiquibaseContestant() {
        LOGGER.setLevel(Level.SEVERE);
        System.setProperty("liquibase.analytics.enabled", "false");
    }

    @Override
    public String name() {
        return "Liquibase";
    }

    @Override
    public void write(Revisions revisions, Path folder) throws IOException {
        Formats.liquibase(revisions, folder);
    }

    @Override
    public void upgrade(DataSource dataSource, Path folder) throws Exception {
        forgetOtherRuns();
        Scope.child(Scope.Attr.ui.name(), new LoggerUIService(), () -> update(dataSource, folder));
    }

    private static void update(DataSource dataSource, Path folder) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Liquibase liquibase = new Liquibase(
                        "master.xml", new DirectoryResourceAccessor(folder), new JdbcConnection(connection))) {
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            liquibase.update(new Contexts());
        }
    }

    /** A process of its own would know nothing of what the last one found. */
    private static void forgetOtherRuns() {
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
    }
}
