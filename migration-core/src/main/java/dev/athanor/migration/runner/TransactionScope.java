package dev.athanor.migration.runner;

/** What one transaction spans. */
public enum TransactionScope {
    /** Each revision commits with its own rows of the version table and the history. */
    REVISION,
    /** The whole run commits once, or not at all. */
    SINGLE
}
