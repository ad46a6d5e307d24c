/** Approval workflows and their runs over versions of files. */
package dev.athanor.demo.workflow;
