package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.Exclusion.Element;
import dev.athanor.migration.schema.Deferrability;
import dev.athanor.migration.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exclusion constraint is to be; by a gist index unless said otherwise.
 *
 * @since 0.1.0
 */
public final class ExclusionBuilder extends ConstraintBuilder<ExclusionBuilder> {

    private final List<Element> elements = new ArrayList<>();
    private final List<String> include = new ArrayList<>();
    private String method = "gist";
    private @Nullable String predicate;

    ExclusionBuilder() {}

    /** A column and the operator that compares it: {@code element("room", "=")}. */
    public ExclusionBuilder element(String column, String operator) {
        return element(IndexKey.ofColumn(column), operator);
    }

    /** An expression, or a column with an operator class of its own, and the operator that compares it. */
    public ExclusionBuilder element(IndexKey key, String operator) {
        elements.add(new Element(key, operator));
        return this;
    }

    /** {@code USING}. */
    public ExclusionBuilder using(String accessMethod) {
        method = accessMethod;
        return this;
    }

    /** {@code INCLUDE}. */
    public ExclusionBuilder include(String... columns) {
        include.addAll(List.of(columns));
        return this;
    }

    /** {@code WHERE}, in SQL. */
    public ExclusionBuilder where(String condition) {
        predicate = condition;
        return this;
    }

    /** {@code DEFERRABLE}. */
    public ExclusionBuilder deferrable() {
        return deferred(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** {@code DEFERRABLE INITIALLY DEFERRED}. */
    public ExclusionBuilder initiallyDeferred() {
        return deferred(Deferrability.INITIALLY_DEFERRED);
    }

    @Override
    ExclusionBuilder self() {
        return this;
    }

    @Override
    Constraint build(String name) {
        return new Exclusion(name, method, elements, include, predicate, deferrability(), comment());
    }

    @Override
    List<String> columnsForName(List<String> ofTable) {
        return elements.stream()
                .map(element ->
                        element.key().column() == null ? "expr" : element.key().column())
                .toList();
    }

    @Override
    String suffix() {
        return "excl";
    }
}
