package dev.athanor.migration.sql;

/**
 * One SQL statement, as PostgreSQL is to receive it: without its final semicolon and without the
 * comments before and after it.
 *
 * @param sql its text
 * @param line the line on which it begins, counted from 1 in the text it was split from
 * @param kind what the engine must know of it before it runs
 */
public record Statement(String sql, int line, StatementKind kind) {}
