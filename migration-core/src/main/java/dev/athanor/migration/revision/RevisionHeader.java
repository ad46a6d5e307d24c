package dev.athanor.migration.revision;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The header of a revision in Java: what the comment block says at the top of one in SQL.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RevisionHeader {

    /** {@code Revision ID}. */
    String id();

    /** {@code Revises}: none for a base, two or more for a merge point. */
    String[] revises() default {};

    /** {@code Depends On}: ids or branch labels. */
    String[] dependsOn() default {};

    /** {@code Branch Labels}. */
    String[] branchLabels() default {};

    /** The message. */
    String message() default "";

    /** {@code Create Date}, as 2025-10-07T10:50:00Z; empty where it is not known. */
    String createDate() default "";

    /** False for {@code transaction=none}: each operation commits by itself. */
    boolean transactional() default true;

    /** True where there is no way back: a downgrade refuses before anything is touched. */
    boolean irreversible() default false;

    /**
     * True where there is nothing to take back, since the upgrade leaves the schema as it is (data only): a downgrade
     * changes the version table alone.
     */
    boolean nothingToTakeBack() default false;
}
