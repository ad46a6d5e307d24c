package dev.athanor.demo;

import dev.athanor.migration.test.MigrationTests;

/** What an application writes to have its revisions tried. */
@DemoTest
class MigrationsIT implements MigrationTests {

    /** The demo is older than lint: what it has applied stays as it is. */
    @Override
    public String acceptedUpTo() {
        return "f93a2c6d0b71";
    }
}
