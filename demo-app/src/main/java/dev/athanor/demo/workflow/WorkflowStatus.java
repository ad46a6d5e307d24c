package dev.athanor.demo.workflow;

/** How far a workflow has come with a version. The constants are the values of the PostgreSQL enum type. */
public enum WorkflowStatus {
    pending,
    approved,
    rejected,
    completed
}
