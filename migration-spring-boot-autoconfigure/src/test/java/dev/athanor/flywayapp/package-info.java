/** Migrations of Flyway in Java. */
@NullMarked
package dev.athanor.flywayapp;

import org.jspecify.annotations.NullMarked;
