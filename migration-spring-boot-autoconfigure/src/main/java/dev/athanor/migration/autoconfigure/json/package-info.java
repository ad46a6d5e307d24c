/**
 * Holds the JSON of the command line and of the endpoint as records, with the same names and types in both. The
 * package must not know a JSON library, the command line or the actuator.
 */
@NullMarked
package dev.athanor.migration.autoconfigure.json;

import org.jspecify.annotations.NullMarked;
