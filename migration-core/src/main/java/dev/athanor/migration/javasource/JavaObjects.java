package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.SetComment;
import java.util.Locale;

/** Directives that are alike for every kind of object, in Java. */
final class JavaObjects {

    private final JavaImports imports;

    JavaObjects(JavaImports imports) {
        this.imports = imports;
    }

    String of(Rename rename) {
        ObjectName object = rename.object();
        JavaCall call = new JavaCall(imports, object.name().schema(), method(object.kind()));
        if (object.kind() == ObjectName.Kind.TRIGGER) {
            call.stringIfGiven(object.member()).string(object.name().name());
        } else {
            call.string(object.name().name()).stringIfGiven(object.member());
        }
        return call.string(rename.to()).statement();
    }

    private static String method(ObjectName.Kind kind) {
        StringBuilder method = new StringBuilder("rename");
        for (String word : kind.name().split("_")) {
            method.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return method.toString();
    }

    String of(SetComment change) {
        String what = change.to() == null ? "dropComment" : "createComment";
        ObjectName object = change.object();
        JavaCall call = object.kind() == ObjectName.Kind.TABLE
                ? new JavaCall(imports, object.name().schema(), what.replace("Comment", "TableComment"))
                        .string(object.name().name())
                : new JavaCall(imports, null, what).code(name(object));
        return call.stringIfGiven(change.to()).stringIfGiven(change.from()).statement();
    }

    private String name(ObjectName object) {
        String member = object.member();
        String kind = imports.kind(object.kind());
        return "ObjectName.of(" + kind + ", " + imports.qualified(object.name())
                + (member == null ? "" : ", " + JavaStrings.of(member)) + ")";
    }
}
