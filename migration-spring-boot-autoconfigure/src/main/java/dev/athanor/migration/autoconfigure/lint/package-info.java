/**
 * Writes reports of lint for other programs: SARIF for code scanning, and annotations of GitHub's workflows.
 *
 * <p>The package must not know commands, the web or a database.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.lint;

import org.jspecify.annotations.NullMarked;
