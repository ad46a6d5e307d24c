package dev.athanor.migration.revision;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the header of a revision in Java, which a revision in SQL has in the comment block at its top.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RevisionHeader {

    /** Returns the {@code Revision ID}. */
    String id();

    /** Returns the ids for {@code Revises}: none for a base, two or more for a merge point. */
    String[] revises() default {};

    /** Returns the ids or branch labels for {@code Depends On}. */
    String[] dependsOn() default {};

    /** Returns the {@code Branch Labels}. */
    String[] branchLabels() default {};

    /** Returns the message. */
    String message() default "";

    /** Returns the {@code Create Date}, such as 2025-10-07T10:50:00Z, or an empty string if it is unknown. */
    String createDate() default "";

    /** Returns {@code false} for {@code transaction=none}, in which each operation commits by itself. */
    boolean transactional() default true;

    /**
     * Returns {@code true} if the revision cannot be taken back: a downgrade is then refused before anything is
     * touched.
     */
    boolean irreversible() default false;

    /**
     * Returns {@code true} if there is nothing to take back, because the upgrade leaves the schema as it is (data
     * only): a downgrade then changes only the version table.
     */
    boolean nothingToTakeBack() default false;

    /**
     * Returns the findings of lint that the upgrade accepts, each as {@code rule: reason}; a revision in SQL has lines
     * {@code -- @allow rule: reason}.
     */
    String[] allow() default {};
}
