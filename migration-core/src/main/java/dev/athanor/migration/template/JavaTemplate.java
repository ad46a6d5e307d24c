package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import dev.athanor.migration.javasource.JavaBody;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.ReversibleRevision;
import dev.athanor.migration.revision.RevisionHeader;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Represents the source of a new revision in Java.
 *
 * @param packageName the package
 * @param className the class
 * @param methods the methods: {@code change}, or {@code upgrade} and {@code downgrade}
 * @since 0.1.0
 */
public record JavaTemplate(String packageName, String className, List<Method> methods) {

    /** Represents one method of the class. */
    @SuppressWarnings("exports") // only this module writes bodies
    public record Method(String name, JavaBody body) {}

    private static final String UNWRITTEN = "// What it does, directive by directive; its reverse is the way down.";

    public JavaTemplate {
        methods = List.copyOf(methods);
    }

    /** Creates the source of a revision that describes its change once; an empty body is left for the user to write. */
    @SuppressWarnings("exports")
    public static JavaTemplate reversible(String packageName, String className, JavaBody change) {
        return new JavaTemplate(packageName, className, List.of(new Method("change", change)));
    }

    /** Creates the source of a revision with an upgrade and a downgrade. */
    @SuppressWarnings("exports")
    public static JavaTemplate of(String packageName, String className, JavaBody upgrade, JavaBody downgrade) {
        return new JavaTemplate(
                packageName, className, List.of(new Method("upgrade", upgrade), new Method("downgrade", downgrade)));
    }

    /** Returns the text of the file. */
    public String render(RevisionDraft draft) {
        return "package " + packageName + ";\n\n"
                + imports().stream().map(name -> "import " + name + ";\n").collect(joining())
                + "\n@RevisionHeader(\n        " + header(draft) + ")\npublic final class " + className + " implements "
                + contract().getSimpleName() + " {\n"
                + methods.stream().map(JavaTemplate::method).collect(joining()) + "}\n";
    }

    private Class<?> contract() {
        return methods.size() == 1 ? ReversibleRevision.class : JavaRevision.class;
    }

    private SortedSet<String> imports() {
        SortedSet<String> imports = new TreeSet<>(List.of(
                Operations.class.getName(),
                RevisionHeader.class.getName(),
                contract().getName()));
        methods.forEach(method -> imports.addAll(method.body().imports()));
        return imports;
    }

    private static String method(Method method) {
        String text = method.body().text().isEmpty() ? UNWRITTEN : method.body().text();
        return "\n    @Override\n    public void " + method.name() + "(Operations op) {\n" + text.indent(8) + "    }\n";
    }

    private static String header(RevisionDraft draft) {
        return new JavaHeader(draft).elements().stream().collect(joining(",\n        "));
    }
}
