package org.springframework.boot.flyway.autoconfigure;

/** Stands for the bean of Spring Boot's that runs Flyway: the class path of these tests has no Flyway. */
public final class FlywayMigrationInitializer {}
