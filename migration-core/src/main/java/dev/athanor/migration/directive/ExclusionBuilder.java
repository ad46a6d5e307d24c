package dev.athanor.migration.directive;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.Exclusion.Element;
import dev.athanor.migration.schema.Deferrability;
import dev.athanor.migration.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes an exclusion constraint, which uses a gist index unless stated otherwise.
 *
 * @since 0.1.0
 */
public final class ExclusionBuilder extends ConstraintBuilder<ExclusionBuilder> {

    private final List<Element> elements = new ArrayList<>();
    private final List<String> include = new ArrayList<>();
    private String method = "gist";
    private @Nullable String predicate;

    ExclusionBuilder() {}

    /** Adds a column with the operator that compares it: {@code element("room", "=")}. */
    public ExclusionBuilder element(String column, String operator) {
        return element(IndexKey.ofColumn(column), operator);
    }

    /** Adds an expression, or a column with an operator class, with the operator that compares it. */
    public ExclusionBuilder element(IndexKey key, String operator) {
        elements.add(new Element(key, operator));
        return this;
    }

    /** Sets {@code USING}. */
    public ExclusionBuilder using(String accessMethod) {
        method = accessMethod;
        return this;
    }

    /** Sets {@code INCLUDE}. */
    public ExclusionBuilder include(String... columns) {
        include.addAll(List.of(columns));
        return this;
    }

    /** Sets {@code WHERE}, in SQL. */
    public ExclusionBuilder where(String condition) {
        predicate = condition;
        return this;
    }

    /** Sets {@code DEFERRABLE}. */
    public ExclusionBuilder deferrable() {
        return deferred(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** Sets {@code DEFERRABLE INITIALLY DEFERRED}. */
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
