package dev.athanor.migration.javasource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls on the parameter of a lambda: {@code .notNull().defaultTo("0")}. */
final class JavaChain {

    private final StringBuilder calls = new StringBuilder();

    /** Adds a call with strings. */
    JavaChain call(String method, String... strings) {
        return code(method, JavaStrings.list(List.of(strings)));
    }

    JavaChain callIf(boolean wanted, String method) {
        return wanted ? call(method) : this;
    }

    /** Adds a call with strings if there are any. */
    JavaChain callIfAny(String method, List<String> strings) {
        return strings.isEmpty() ? this : code(method, JavaStrings.list(strings));
    }

    JavaChain callIfGiven(String method, @Nullable String string) {
        return string == null ? this : call(method, string);
    }

    /** Adds a call with arguments in Java. */
    JavaChain code(String method, String arguments) {
        calls.append('.').append(method).append('(').append(arguments).append(')');
        return this;
    }

    JavaChain append(JavaChain other) {
        calls.append(other.calls);
        return this;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    String on(String parameter) {
        return parameter + calls;
    }

    /** Returns a lambda such as {@code c -> c.notNull()}. */
    String lambda(String parameter) {
        return parameter + " -> " + (isEmpty() ? "{}" : on(parameter));
    }
}
