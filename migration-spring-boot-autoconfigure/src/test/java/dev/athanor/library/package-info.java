/** Entities with everything by which Hibernate's DDL is changed: names, converters, constraints, schemas, a mapping file. */
package dev.athanor.library;
