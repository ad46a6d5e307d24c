package dev.athanor.severalapp;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.MigrationDataSource;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.source.ClasspathSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application with a marked DataSource for a second database, and a third one that is defined by hand. */
@SpringBootApplication(proxyBeanMethods = false)
public class SeveralApplication {

    @Bean(defaultCandidate = false)
    @MigrationDataSource("audit")
    DataSource auditDataSource(
            @Value("${test.audit}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        return new DriverManagerDataSource(url, user, password);
    }

    @Bean
    Migrations archiveMigrations(DataSource application) {
        return Migrations.builder(application)
                .name("archive")
                .tables(new Tables("archive", "migration_version", "migration_history"))
                .source(new ClasspathSource(SeveralApplication.class.getClassLoader(), "db/audit"))
                .build();
    }
}
