package dev.athanor.migration.rendering;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.Identifier;
import java.nio.charset.StandardCharsets;

/** Builds the names that an object has only until another one takes its place. */
public final class TemporaryName {

    private TemporaryName() {}

    /** Returns the name with a suffix, shortened so that PostgreSQL keeps all of it. */
    public static QualifiedName of(QualifiedName name, String suffix) {
        String kept = name.name();
        while ((kept + suffix).getBytes(StandardCharsets.UTF_8).length > Identifier.MAX_BYTES) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return name.sibling(kept + suffix);
    }
}
