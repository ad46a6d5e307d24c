/**
 * The engine: reads revisions, plans, and runs them on PostgreSQL.
 *
 * <p>An application begins with {@link dev.athanor.migration.Migrations}. The exported packages are those whose types
 * appear in
 * its signatures, and in the signatures of those types.
 */
@SuppressWarnings("module") // our other modules are not there yet when this one is compiled
module dev.athanor.migration {
    requires org.apache.commons.logging; // Spring's jars use it, and have no descriptor that says so
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires spring.beans;
    requires transitive java.sql;
    requires transitive org.jspecify;
    requires transitive spring.jdbc;
    requires transitive spring.tx;

    exports dev.athanor.migration;
    exports dev.athanor.migration.autogenerate;
    exports dev.athanor.migration.batch;
    exports dev.athanor.migration.diff;
    exports dev.athanor.migration.directive;
    exports dev.athanor.migration.error;
    exports dev.athanor.migration.fix;
    exports dev.athanor.migration.graph;
    exports dev.athanor.migration.history;
    exports dev.athanor.migration.lint;
    exports dev.athanor.migration.lock;
    exports dev.athanor.migration.operation;
    exports dev.athanor.migration.plan;
    exports dev.athanor.migration.revision;
    exports dev.athanor.migration.runner;
    exports dev.athanor.migration.schema;
    exports dev.athanor.migration.script;
    exports dev.athanor.migration.session;
    exports dev.athanor.migration.source;
    exports dev.athanor.migration.sql;
    exports dev.athanor.migration.standing;
    exports dev.athanor.migration.status;
    exports dev.athanor.migration.takeover;
    exports dev.athanor.migration.template;
    exports dev.athanor.migration.validation;
    exports dev.athanor.migration.verify;
    exports dev.athanor.migration.witness;
    exports dev.athanor.migration.drawing to
            dev.athanor.migration.autoconfigure;
}
