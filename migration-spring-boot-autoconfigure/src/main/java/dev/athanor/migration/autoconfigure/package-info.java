/** Properties and beans that put the engine into a Spring Boot application. */
@NullMarked
package dev.athanor.migration.autoconfigure;

import org.jspecify.annotations.NullMarked;
