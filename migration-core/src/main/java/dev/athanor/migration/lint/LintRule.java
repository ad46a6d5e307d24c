package dev.athanor.migration.lint;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Lists the rules of lint, each with what happens and how to write it safely.
 *
 * @since 0.1.0
 */
public enum LintRule {
    /** Reports a revision that fails on the schema that it meets. */
    DOES_NOT_RUN(
            Severity.ERROR,
            "The statement fails on the schema that the revisions before it leave.",
            "Correct the statement, and run `migration lint` again."),
    /** Reports a new value of an enum that is used before it is committed. */
    ENUM_VALUE_IN_SAME_TRANSACTION(
            Severity.ERROR,
            "A value that was added to an enum cannot be used before its transaction has committed (error 55P04).",
            "Add the value in a revision of its own, and use it in a later one."),
    /** Reports a statement that PostgreSQL refuses inside a transaction. */
    CONCURRENTLY_IN_TRANSACTION(
            Severity.ERROR,
            "PostgreSQL refuses the statement inside a transaction (error 25001).",
            "Put it into a revision of its own, whose section has `transaction=none`."),
    /** Reports dropped rows and columns. */
    DATA_LOST(
            Severity.ERROR,
            "The statement deletes data that a downgrade cannot restore.",
            "Keep a backup, and state the reason: `-- @allow data-lost: <reason>`."),
    /** Reports a change that statements of the previous release fail on. */
    BREAKS_OLD_CODE(
            Severity.ERROR,
            "Instances of the previous release still use what is dropped, renamed or narrowed, and fail.",
            "Leave the change to a later release, when no old instance runs, and state that then:"
                    + " `-- @allow breaks-old-code: <reason>`."),
    /** Reports a column that old code does not fill. */
    REQUIRED_COLUMN(
            Severity.ERROR,
            "The column is NOT NULL without a default, so that the previous release cannot insert rows.",
            "Give the column a default, or add it as nullable first and set NOT NULL in a later release."),
    /** Reports a table that is written anew. */
    REWRITE(
            Severity.ERROR,
            "PostgreSQL writes the whole table and its indexes anew, and readers and writers wait until it is done.",
            "Add a new column, fill it in batches (`batch=5000 key=id`), and swap the columns in a later release."),
    /** Reports an index that is built while writers wait. */
    INDEX_BLOCKS_WRITES(
            Severity.ERROR,
            "PostgreSQL reads the whole table to build the index, and writers wait until it is done.",
            "Use CREATE INDEX CONCURRENTLY in a revision of its own, whose section has `transaction=none`."),
    /** Reports an index that is built anew while users wait. */
    REINDEX_BLOCKS(
            Severity.ERROR,
            "PostgreSQL builds the index anew, and writers, and readers that use the index, wait until it is done.",
            "Use REINDEX … CONCURRENTLY in a revision of its own, whose section has `transaction=none`."),
    /** Reports a unique constraint that is checked while users wait. */
    UNIQUE_SCAN(
            Severity.ERROR,
            "PostgreSQL builds a unique index, and readers and writers wait until it is done.",
            "Create a unique index CONCURRENTLY in a revision of its own, and then add the constraint with USING INDEX."),
    /** Reports a primary key that is checked while users wait. */
    PRIMARY_KEY_SCAN(
            Severity.ERROR,
            "PostgreSQL builds a unique index and checks for nulls, and readers and writers wait until it is done.",
            "Create a unique index CONCURRENTLY in a revision of its own, set the columns NOT NULL with a proving CHECK,"
                    + " and then add the constraint with USING INDEX."),
    /** Reports an exclusion constraint that is checked while users wait. */
    EXCLUSION_SCAN(
            Severity.ERROR,
            "PostgreSQL builds the index of the constraint, and readers and writers wait until it is done.",
            "There is no form that does not wait: run it when nobody uses the table, or fill a new table that has the"
                    + " constraint."),
    /** Reports a foreign key that is checked while writers wait. */
    FOREIGN_KEY_SCAN(
            Severity.ERROR,
            "PostgreSQL checks all rows, and writers of both tables wait until it is done.",
            "Add the constraint with NOT VALID, and run VALIDATE CONSTRAINT in a later revision."),
    /** Reports a check constraint that is checked while users wait. */
    CHECK_SCAN(
            Severity.ERROR,
            "PostgreSQL checks all rows, and readers and writers wait until it is done.",
            "Add the constraint with NOT VALID, and run VALIDATE CONSTRAINT in a later revision."),
    /** Reports NOT NULL that is checked while users wait. */
    NOT_NULL_SCAN(
            Severity.ERROR,
            "PostgreSQL checks all rows for nulls, and readers and writers wait until it is done.",
            "Add CHECK (column IS NOT NULL) NOT VALID, validate it in a later revision, then run SET NOT NULL, which"
                    + " needs no scan, and drop the check. PostgreSQL 18 also has NOT NULL … NOT VALID."),
    /** Reports a domain whose new check is validated in every table that uses it. */
    DOMAIN_CHECK_SCAN(
            Severity.ERROR,
            "PostgreSQL checks every table that uses the domain, and their writers wait until it is done.",
            "Add the constraint with NOT VALID, and run ALTER DOMAIN … VALIDATE CONSTRAINT in a later revision."),
    /** Reports a partition whose rows are checked while users wait. */
    ATTACH_SCAN(
            Severity.ERROR,
            "PostgreSQL checks all rows of the partition, or of the default partition, which nobody can use until it is"
                    + " done.",
            "Add a CHECK with the bounds of the partition with NOT VALID, validate it in a revision before, and then"
                    + " attach."),
    /** Reports a materialized view that is filled while readers wait. */
    REFRESH_BLOCKS(
            Severity.ERROR,
            "The query of the materialized view runs, and readers of the view wait until it is done.",
            "Use REFRESH MATERIALIZED VIEW CONCURRENTLY, which needs a unique index on the view."),
    /** Reports long work in a transaction that holds a strong lock. */
    WORK_AFTER_LOCK(
            Severity.ERROR,
            "The statement reads whole tables while the transaction holds a strong lock from an earlier statement.",
            "Move the statement into a revision of its own."),
    /** Reports an object that the database already has. */
    DRIFTED_ALREADY(
            Severity.ERROR,
            "The target database already has what the revision creates, so that the upgrade fails there.",
            "Compare with `migration drift`. Stamp the revision if its effect is there, or drop the object."),
    /** Reports a change of many rows in one transaction. */
    UNBOUNDED_CHANGE(
            Severity.WARNING,
            "The statement reads the whole table and holds locks on all rows that it changes until the transaction ends.",
            "Run it in batches: `-- @upgrade batch=5000 key=id`."),
    /** Reports strong locks on several tables in one transaction. */
    TWO_HOT_TABLES(
            Severity.WARNING,
            "One transaction holds strong locks on several existing tables, which may lead to deadlocks and longer waits.",
            "Change one table per revision."),
    /** Reports a strong lock on a table that the statement does not name. */
    LOCK_ON_ANOTHER_TABLE(
            Severity.WARNING,
            "The statement also locks a table that it does not name.",
            "Expect waits on that table too, and run the revision when neither table is busy."),
    /** Reports an index that is dropped while users wait. */
    DROP_INDEX_BLOCKS(
            Severity.WARNING,
            "Dropping the index needs ACCESS EXCLUSIVE on its table, so that it waits for all running queries, and all"
                    + " later queries wait behind it.",
            "Use DROP INDEX CONCURRENTLY in a revision of its own, whose section has `transaction=none`."),
    /** Reports a partition that is created while users of the parent wait. */
    PARTITION_OF(
            Severity.WARNING,
            "CREATE TABLE … PARTITION OF needs ACCESS EXCLUSIVE on the parent, so that it waits for all running queries,"
                    + " and all later queries wait behind it.",
            "Create the table with LIKE, add a CHECK with the bounds, and attach it: ATTACH PARTITION does not block"
                    + " readers and writers of the parent."),
    /** Reports a partition that is detached while users wait. */
    DETACH_BLOCKS(
            Severity.WARNING,
            "Detaching the partition needs ACCESS EXCLUSIVE on the parent, so that it waits for all running queries, and"
                    + " all later queries wait behind it.",
            "Use DETACH PARTITION … CONCURRENTLY in a revision of its own, whose section has `transaction=none`."),
    /** Reports a change outside of the schema in which the migrations run. */
    WRITES_OUTSIDE_SCHEMA(
            Severity.WARNING,
            "The statement changes an object outside of the schema in which the migrations run.",
            "Write the name without a schema if the object belongs to the schema of the migrations; otherwise state the"
                    + " reason: `-- @allow writes-outside-schema: <reason>`."),
    /** Reports a foreign key without an index on its columns. */
    FOREIGN_KEY_WITHOUT_INDEX(
            Severity.WARNING,
            "No index begins with the columns of the foreign key, so that each DELETE and each change of a key in the"
                    + " referenced table reads the whole table.",
            "Create an index on the columns of the foreign key."),
    /** Reports an index that another index covers. */
    DUPLICATE_INDEX(
            Severity.WARNING,
            "Another index has the same columns, so that each write does the work twice.",
            "Drop one of the two indexes."),
    /** Reports IF NOT EXISTS that accepts an object of the same name. */
    IF_NOT_EXISTS_HIDES(
            Severity.WARNING,
            "IF NOT EXISTS accepts any object of that name, even an invalid index or a table with other columns.",
            "Leave IF NOT EXISTS out: each revision runs once, and the engine itself resumes interrupted ones."),
    /** Reports an index with many columns. */
    WIDE_INDEX(
            Severity.NOTE,
            "The index has more than three columns, which makes each write more expensive and rarely helps queries.",
            "Keep the columns that queries filter by, and move others into INCLUDE."),
    /** Reports a name that PostgreSQL truncates. */
    NAME_TOO_LONG(
            Severity.WARNING,
            "PostgreSQL truncates names to 63 bytes, so that later statements may not find the object.",
            "Choose a shorter name."),
    /** Reports a column of type json. */
    JSON_COLUMN(
            Severity.NOTE,
            "Type json has no equality, so that SELECT DISTINCT and GROUP BY fail on the column.",
            "Use jsonb."),
    /** Reports a column of type char(n). */
    CHAR_TYPE(
            Severity.NOTE,
            "Type char(n) pads values with blanks, which comparisons then ignore.",
            "Use text, with a CHECK of the length if there is a limit."),
    /** Reports a column of type timestamp without time zone. */
    TIMESTAMP_WITHOUT_ZONE(
            Severity.NOTE,
            "Type timestamp does not say which moment it is, and the type change later writes the table anew.",
            "Use timestamptz."),
    /** Reports a primary key that runs out of numbers. */
    INT_PRIMARY_KEY(
            Severity.NOTE,
            "The key ends at 2,147,483,647 or earlier, and the type change later writes the table and its indexes anew.",
            "Use bigint.");

    private static final Set<LintRule> ON_REQUEST =
            EnumSet.of(NAME_TOO_LONG, JSON_COLUMN, CHAR_TYPE, TIMESTAMP_WITHOUT_ZONE, INT_PRIMARY_KEY);

    private final Severity severity;
    private final String hazard;
    private final String safeWay;

    LintRule(Severity severity, String hazard, String safeWay) {
        this.severity = severity;
        this.hazard = hazard;
        this.safeWay = safeWay;
    }

    /** Returns the id, as users write it: {@code index-blocks-writes}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the rule with an id.
     *
     * @throws UnknownRuleException if there is no such rule; the message lists all rules
     */
    public static LintRule of(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownRuleException(id));
    }

    /** Returns the rules that apply unless the settings name others. */
    public static Set<LintRule> onByDefault() {
        return EnumSet.complementOf(EnumSet.copyOf(ON_REQUEST));
    }

    /** Returns whether the rule applies unless the settings turn it off. */
    public boolean isOnByDefault() {
        return !ON_REQUEST.contains(this);
    }

    /** Returns how serious a finding of this rule is, unless the finding itself says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** Returns what happens, in one sentence without names. */
    public String hazard() {
        return hazard;
    }

    /** Returns how to write it safely. */
    public String safeWay() {
        return safeWay;
    }
}
