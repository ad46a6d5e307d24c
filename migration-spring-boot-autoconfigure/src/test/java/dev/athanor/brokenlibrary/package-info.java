/** Entities that Hibernate refuses. */
package dev.athanor.brokenlibrary;
