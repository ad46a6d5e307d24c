/**
 * The tests of an application's revisions.
 *
 * <p>Open, because JUnit finds its tests by reflection. Spring is there where the application has it.
 */
open module dev.athanor.migration.test {
    requires spring.core;
    requires static spring.context;
    requires static spring.test;
    requires transitive dev.athanor.migration;
    requires transitive org.junit.jupiter.api;

    exports dev.athanor.migration.test;
}
