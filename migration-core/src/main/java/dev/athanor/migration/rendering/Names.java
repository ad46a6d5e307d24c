package dev.athanor.migration.rendering;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.Identifier;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats names in SQL, quoted if needed. */
public final class Names {

    private Names() {}

    /** Returns a name in SQL. */
    public static String of(String name) {
        return new Identifier(name).quotedIfNeeded();
    }

    /** Returns a name in SQL, with its schema if it has one. */
    public static String of(QualifiedName name) {
        return qualified(name.schema(), of(name.name()));
    }

    static String of(QualifiedName table, String member) {
        return of(table) + "." + of(member);
    }

    /** Formats a list of names: {@code (a, b)}. */
    static String list(List<String> names) {
        return names.stream().map(Names::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String qualified(@Nullable String schema, String name) {
        return schema == null ? name : of(schema) + "." + name;
    }
}
