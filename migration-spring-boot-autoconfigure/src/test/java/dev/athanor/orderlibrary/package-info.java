/** Entities whose fields stand in an order that is neither that of their names nor that of their sizes. */
package dev.athanor.orderlibrary;
