package dev.athanor.demo.file;

/** What a place in the file tree is. The constants are the values of the PostgreSQL enum type. */
public enum NodeType {
    file,
    directory
}
