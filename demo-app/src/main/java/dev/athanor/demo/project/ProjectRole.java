package dev.athanor.demo.project;

/** What a member may do in a project. The constants are the values of the PostgreSQL enum type. */
public enum ProjectRole {
    owner,
    editor,
    viewer,
    approver
}
