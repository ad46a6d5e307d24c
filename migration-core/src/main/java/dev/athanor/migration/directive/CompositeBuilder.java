package dev.athanor.migration.directive;

import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.CompositeType.Attribute;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes a composite type.
 *
 * @since 0.1.0
 */
public final class CompositeBuilder {

    private final List<Attribute> attributes = new ArrayList<>();
    private @Nullable String comment;

    CompositeBuilder() {}

    /** Adds an attribute; the type is SQL. */
    public CompositeBuilder attribute(String name, String type) {
        attributes.add(new Attribute(name, type, null));
        return this;
    }

    /** Adds an attribute with a collation, which is quoted as in SQL. */
    public CompositeBuilder attribute(String name, String type, String collation) {
        attributes.add(new Attribute(name, type, collation));
        return this;
    }

    /** Sets the comment ({@code COMMENT ON TYPE}). */
    public CompositeBuilder comment(String text) {
        comment = text;
        return this;
    }

    CompositeType type(QualifiedName name) {
        return new CompositeType(name, attributes, comment);
    }
}
