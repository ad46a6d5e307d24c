/** Entities that the server refuses. */
package dev.athanor.oddlibrary;
