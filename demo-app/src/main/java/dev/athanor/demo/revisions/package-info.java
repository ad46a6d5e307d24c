/** Revisions in Java, for what SQL cannot say. */
package dev.athanor.demo.revisions;
