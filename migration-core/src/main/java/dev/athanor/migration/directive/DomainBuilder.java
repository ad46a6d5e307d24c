package dev.athanor.migration.directive;

import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes a domain.
 *
 * @since 0.1.0
 */
public final class DomainBuilder {

    private final List<Check> checks = new ArrayList<>();
    private boolean nullable = true;
    private @Nullable String collation;
    private @Nullable String defaultExpression;
    private @Nullable String comment;

    DomainBuilder() {}

    /** Sets {@code COLLATE}, which is quoted as in SQL. */
    public DomainBuilder collate(String wanted) {
        collation = wanted;
        return this;
    }

    /** Sets {@code NOT NULL}. */
    public DomainBuilder notNull() {
        nullable = false;
        return this;
    }

    /** Sets {@code DEFAULT} to an SQL expression. */
    public DomainBuilder defaultTo(String expression) {
        defaultExpression = expression;
        return this;
    }

    /** Adds a check on {@code VALUE}, in SQL. */
    public DomainBuilder check(String name, String expression) {
        return check(new Check(name, expression, false, true, null));
    }

    /** Adds a check with all of its properties. */
    public DomainBuilder check(Check check) {
        checks.add(check);
        return this;
    }

    /** Sets the comment ({@code COMMENT ON DOMAIN}). */
    public DomainBuilder comment(String text) {
        comment = text;
        return this;
    }

    Domain domain(QualifiedName name, String type) {
        return new Domain(name, type, collation, nullable, defaultExpression, checks, comment);
    }
}
