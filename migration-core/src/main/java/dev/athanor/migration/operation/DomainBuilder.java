package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a domain is to be.
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

    /** {@code COLLATE}, quoted as in SQL. */
    public DomainBuilder collate(String wanted) {
        collation = wanted;
        return this;
    }

    /** {@code NOT NULL}. */
    public DomainBuilder notNull() {
        nullable = false;
        return this;
    }

    /** {@code DEFAULT}, an expression in SQL. */
    public DomainBuilder defaultTo(String expression) {
        defaultExpression = expression;
        return this;
    }

    /** {@code CHECK}, in SQL, where {@code VALUE} is the value. */
    public DomainBuilder check(String name, String expression) {
        return check(new Check(name, expression, false, true, null));
    }

    /** {@code CHECK}, with all that can be said of one. */
    public DomainBuilder check(Check check) {
        checks.add(check);
        return this;
    }

    /** {@code COMMENT ON DOMAIN}. */
    public DomainBuilder comment(String text) {
        comment = text;
        return this;
    }

    Domain domain(QualifiedName name, String type) {
        return new Domain(name, type, collation, nullable, defaultExpression, checks, comment);
    }
}
