/**
 * The JSON of the command line and of the endpoint, as records: the same names and types in both. Knows no JSON library,
 * no command line and no actuator.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.json;

import org.jspecify.annotations.NullMarked;
