package dev.athanor.demo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.source.RevisionSources;

/** The smallest application that migrates: a pool, the facade, and an orderly end where it is asked to end. */
final class CrashApplication {

    /** Printed when the pool is there and the upgrade begins. */
    static final String BEGINS = "begins";

    private CrashApplication() {}

    /** @param arguments URL, user, password, folder */
    public static void main(String[] arguments) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(arguments[2]);
        config.setMaximumPoolSize(2);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Migrations migrations = Migrations.builder(pool)
                    .source(RevisionSources.parse("file:" + arguments[3], CrashApplication.class.getClassLoader()))
                    .build();
            Runtime.getRuntime().addShutdownHook(new Thread(migrations::close));
            System.out.println(BEGINS);
            migrations.ensureMigrated();
        }
    }
}
