package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats {@code COMMENT ON}. */
final class CommentText {

    private CommentText() {}

    static String of(ObjectName object, @Nullable String comment) {
        String text = comment == null ? "NULL" : new Literal(comment).quoted();
        return "COMMENT ON " + on(object) + " IS " + text;
    }

    /** Returns one statement if there is a comment, otherwise none. */
    static List<String> ifAny(ObjectName object, @Nullable String comment) {
        return comment == null ? List.of() : List.of(of(object, comment));
    }

    private static String on(ObjectName object) {
        String member = String.valueOf(object.member());
        QualifiedName name = object.name();
        String start =
                object.kind() == Kind.ATTRIBUTE ? "COLUMN " : object.kind().sql() + " ";
        return start
                + switch (object.kind()) {
                    case COLUMN, ATTRIBUTE -> Names.of(name, member);
                    case CONSTRAINT, TRIGGER -> Names.of(member) + " ON " + Names.of(name);
                    case DOMAIN_CONSTRAINT -> Names.of(member) + " ON DOMAIN " + Names.of(name);
                    case FUNCTION, PROCEDURE -> Names.of(name) + "(" + member + ")";
                    default -> Names.of(name);
                };
    }
}
