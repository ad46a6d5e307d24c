/** The embedded PostgreSQL on which the demo runs when it is given no database. */
package dev.athanor.demo.database;
