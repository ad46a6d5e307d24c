package dev.athanor.migration.operation;

import java.util.StringJoiner;

/** Builds the text of a call in a Java revision, as an error shows it. */
final class Call {

    private final String method;
    private final StringJoiner arguments = new StringJoiner(", ");

    private Call(String method) {
        this.method = method;
    }

    static Call to(String method, String... strings) {
        Call call = new Call(method);
        for (String string : strings) {
            call.arguments.add(quoted(string));
        }
        return call;
    }

    Call lambda(String text) {
        arguments.add(text);
        return this;
    }

    String text() {
        return "op." + method + "(" + arguments + ")";
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
