/** Runs {@code java -jar app.jar migration …}: Alembic's commands on the application's own configuration. */
@NullMarked
package dev.athanor.migration.autoconfigure.cli;

import org.jspecify.annotations.NullMarked;
