package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * An extension that is installed.
 *
 * @param name its name
 * @param schema where its objects are; null where the search path finds them
 * @param version its version
 */
public record Extension(
        String name, @Nullable String schema, @Nullable String version) implements Comparable<Extension> {

    @Override
    public int compareTo(Extension other) {
        return name.compareTo(other.name);
    }
}
