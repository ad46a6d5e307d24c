/**
 * Runs {@code java -jar app.jar migration …}: Alembic's commands on the application's own configuration.
 *
 * <p>Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 failed, 2 wrong usage, 3
 * the answer is no. The package decides nothing: every command is one call of the facade and the text about its
 * result.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.cli;

import org.jspecify.annotations.NullMarked;
