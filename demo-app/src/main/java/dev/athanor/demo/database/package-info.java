/** The embedded PostgreSQL on which the demo runs when it is given no database. */
@NullMarked
package dev.athanor.demo.database;

import org.jspecify.annotations.NullMarked;
