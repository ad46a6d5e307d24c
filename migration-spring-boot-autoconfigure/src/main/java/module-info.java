/**
 * The engine in a Spring Boot application: properties, beans, endpoint, health, meters and commands.
 *
 * <p>Open, because Spring creates its beans by reflection, and reads its resources. The application decides which of
 * the
 * {@code static} modules are there.
 */
open module dev.athanor.migration.autoconfigure {
    requires info.picocli;
    requires org.slf4j;
    requires spring.boot.autoconfigure;
    requires spring.boot.jdbc;
    requires spring.boot.sql;
    requires spring.jdbc;
    requires static com.fasterxml.jackson.annotation;
    requires static jakarta.persistence;
    requires static micrometer.core;
    requires static micrometer.observation;
    requires static org.hibernate.orm.core;
    requires static spring.boot.actuator;
    requires static spring.boot.actuator.autoconfigure;
    requires static spring.boot.health;
    requires static spring.boot.hibernate;
    requires static spring.boot.jpa;
    requires static spring.boot.micrometer.metrics;
    requires static spring.boot.persistence;
    requires static spring.orm;
    requires transitive dev.athanor.migration;
    requires transitive spring.beans;
    requires transitive spring.boot;
    requires transitive spring.context;
    requires transitive spring.core;

    exports dev.athanor.migration.autoconfigure;
    exports dev.athanor.migration.autoconfigure.autogenerate;
    exports dev.athanor.migration.autoconfigure.event;
    exports dev.athanor.migration.autoconfigure.jpa;
}
