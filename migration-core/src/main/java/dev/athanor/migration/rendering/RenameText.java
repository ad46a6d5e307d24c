package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Rename;

/** Formats {@code ALTER … RENAME}. */
final class RenameText {

    private RenameText() {}

    static String of(Rename rename) {
        ObjectName object = rename.object();
        String name = Names.of(object.name());
        String member = String.valueOf(object.member());
        String to = Names.of(rename.to());
        return switch (object.kind()) {
            case COLUMN -> "ALTER TABLE " + name + " RENAME COLUMN " + Names.of(member) + " TO " + to;
            case CONSTRAINT -> "ALTER TABLE " + name + " RENAME CONSTRAINT " + Names.of(member) + " TO " + to;
            case DOMAIN_CONSTRAINT -> "ALTER DOMAIN " + name + " RENAME CONSTRAINT " + Names.of(member) + " TO " + to;
            case ATTRIBUTE -> "ALTER TYPE " + name + " RENAME ATTRIBUTE " + Names.of(member) + " TO " + to;
            case TRIGGER -> "ALTER TRIGGER " + Names.of(member) + " ON " + name + " RENAME TO " + to;
            case FUNCTION, PROCEDURE ->
                "ALTER " + object.kind().sql() + " " + name + "(" + member + ") RENAME TO " + to;
            default -> "ALTER " + object.kind().sql() + " " + name + " RENAME TO " + to;
        };
    }
}
