package dev.athanor.migration.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Represents a view or a materialized view.
 *
 * @param materialized whether it stores its rows
 * @param definition the query, as `pg_get_viewdef` prints it, without the semicolon
 * @param options options such as `security_barrier`
 * @param indexes the indexes of a materialized view, sorted by name
 * @since 0.1.0
 */
public record View(
        QualifiedName name,
        boolean materialized,
        String definition,
        Map<String, String> options,
        List<Index> indexes,
        @Nullable String comment)
        implements Definition {

    public View {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        indexes = indexes.stream().sorted().toList();
    }

    @Override
    public SchemaObject object() {
        return SchemaObject.of(ObjectKind.VIEW, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.view(this);
    }

    @Override
    public View withComment(@Nullable String other) {
        return new View(name, materialized, definition, options, indexes, other);
    }

    /** Returns the same view with other indexes. */
    public View withIndexes(List<Index> other) {
        return new View(name, materialized, definition, options, other, comment);
    }

    @Override
    public Map<SchemaObject, SchemaElement> parts() {
        return indexes.stream().collect(Collectors.toMap(index -> index.object(name), index -> index));
    }

    @Override
    public View withParts(Predicate<SchemaObject> included) {
        return withIndexes(indexes.stream()
                .filter(index -> included.test(index.object(name)))
                .toList());
    }

    @Override
    public View withComments(Comments comments) {
        return withIndexes(indexes.stream()
                        .map(comments.on((Index index) -> index.object(name)))
                        .toList())
                .withComment(comments.of(object(), comment));
    }
}
