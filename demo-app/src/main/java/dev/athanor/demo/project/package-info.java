/** Projects and who takes part in them. */
package dev.athanor.demo.project;
