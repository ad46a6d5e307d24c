package dev.athanor.demo;

import dev.athanor.migration.test.MigrationTests;

/** What an application writes to have its revisions tried. */
@DemoTest
class MigrationsIT implements MigrationTests {}
