/** The seals with which engineers sign. */
package dev.athanor.demo.seal;
