package dev.athanor.migration.template;

import dev.athanor.migration.javasource.JavaStrings;
import dev.athanor.migration.script.TransactionMode;
import java.util.ArrayList;
import java.util.List;

/** Formats a draft's header as the elements of an annotation. */
record JavaHeader(RevisionDraft draft) {

    /** Returns the elements that have a value, such as {@code id = "d382069dacef"}. */
    List<String> elements() {
        List<String> elements = new ArrayList<>();
        one(elements, "id", draft.id().value());
        list(
                elements,
                "revises",
                draft.revision().downRevisions().stream().map(Object::toString).toList());
        list(elements, "dependsOn", draft.revision().dependsOn());
        list(elements, "branchLabels", draft.revision().branchLabels());
        one(elements, "message", draft.message());
        one(elements, "createDate", ScriptToken.CREATE_DATE.value(draft));
        if (draft.transaction() == TransactionMode.NONE) {
            elements.add("transactional = false");
        }
        return elements;
    }

    private static void one(List<String> elements, String name, String value) {
        if (!value.isEmpty()) {
            elements.add(name + " = " + JavaStrings.of(value));
        }
    }

    private static void list(List<String> elements, String name, List<String> values) {
        if (!values.isEmpty()) {
            String list = JavaStrings.list(values);
            elements.add(name + " = " + (values.size() == 1 ? list : "{" + list + "}"));
        }
    }
}
