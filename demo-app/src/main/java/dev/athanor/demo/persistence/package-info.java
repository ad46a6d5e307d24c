/** What the entities of all parts share; knows none of them. */
package dev.athanor.demo.persistence;
