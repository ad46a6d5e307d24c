package dev.athanor.migration.script;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.revision.RevisionHeader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads revisions in Java. Only their headers are read, in the same way as the headers of scripts.
 *
 * <p>The checksum covers the header only, because compiled classes do not tell whether the code has changed.
 */
final class JavaScriptReader {

    private static final String DOWNGRADE = "downgrade";

    private final RegisteredRevision registered;
    private final Class<? extends JavaRevision> type;
    private final Problems problems;

    private JavaScriptReader(RegisteredRevision registered) {
        this.registered = registered;
        this.type = registered.type();
        this.problems = new Problems(location(type), Placeholders.none());
    }

    /**
     * Returns the revision as a script whose sections are code.
     *
     * @throws InvalidScriptException if the header has problems; holds all of them
     */
    static RevisionScript read(RegisteredRevision registered) {
        return new JavaScriptReader(registered).read();
    }

    /** Returns the path of the class's source, relative to the source folder. */
    static String location(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return outermost.getName().replace('.', '/') + ".java";
    }

    private RevisionScript read() {
        RevisionHeader annotation = type.getAnnotation(RevisionHeader.class);
        if (annotation == null) {
            problems.add(
                    1,
                    "Class " + type.getName() + " has no @RevisionHeader.",
                    "Write @RevisionHeader(id = \"…\", revises = \"…\") above it.");
            problems.throwIfAny();
        }
        return read(annotation);
    }

    private RevisionScript read(RevisionHeader annotation) {
        String text = text(annotation);
        List<String> lines = text.lines().toList();
        Header header = HeaderParser.parse(
                IntStream.range(0, lines.size())
                        .mapToObj(index ->
                                new Header.Line(lines.get(index).substring(2).strip(), 1))
                        .toList(),
                problems);
        problems.throwIfAny();
        RevisionId id = header.id();
        if (id == null) {
            throw new IllegalStateException("A problem of " + type + " was not reported");
        }
        return new RevisionScript(
                new Revision(id, header.downRevisions(), header.dependsOn(), header.branchLabels()),
                header.message(),
                header.createDate(),
                section(annotation, JavaCode.Direction.UPGRADE),
                downgrade(annotation),
                Checksum.of(text),
                header.draft(),
                new ScriptFile(location(type), text));
    }

    private Section section(RevisionHeader annotation, JavaCode.Direction direction) {
        return Section.of(
                new JavaCode(registered, direction),
                annotation.transactional() ? TransactionMode.TRANSACTIONAL : TransactionMode.NONE,
                direction == JavaCode.Direction.UPGRADE ? allowances(annotation) : List.of());
    }

    private List<Allowance> allowances(RevisionHeader annotation) {
        return Stream.of(annotation.allow())
                .map(allowed -> AllowanceParser.parse("@allow " + allowed, 1, problems))
                .flatMap(Optional::stream)
                .toList();
    }

    private Downgrade downgrade(RevisionHeader annotation) {
        if (annotation.nothingToTakeBack()) {
            return nothing(annotation);
        }
        if (annotation.irreversible()) {
            return new Downgrade.Irreversible();
        }
        return hasDowngrade()
                ? new Downgrade.Reversible(section(annotation, JavaCode.Direction.DOWNGRADE))
                : new Downgrade.Missing();
    }

    private Downgrade nothing(RevisionHeader annotation) {
        if (annotation.irreversible()) {
            return unreadable(
                    "@RevisionHeader of " + type.getName() + " has both irreversible and nothingToTakeBack.",
                    "Keep nothingToTakeBack if the upgrade leaves the schema as it was, otherwise irreversible.");
        }
        return hasDowngrade()
                ? unreadable(
                        "@RevisionHeader of " + type.getName()
                                + " says that there is nothing to take back, and the class has a downgrade.",
                        "Remove the method, or nothingToTakeBack = true.")
                : new Downgrade.Nothing();
    }

    private Downgrade unreadable(String problem, String action) {
        return new Downgrade.Unreadable(List.of(new ScriptProblem(location(type), 1, problem, action)));
    }

    private boolean hasDowngrade() {
        try {
            return type.getMethod(DOWNGRADE, Operations.class).getDeclaringClass() != JavaRevision.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every revision inherits one", e);
        }
    }

    private static String text(RevisionHeader annotation) {
        StringBuilder text = new StringBuilder();
        annotation.message().lines().forEach(line -> text.append("-- ")
                .append(line)
                .append('\n'));
        key(text, HeaderKey.REVISION_ID, annotation.id());
        key(text, HeaderKey.REVISES, String.join(", ", annotation.revises()));
        key(text, HeaderKey.DEPENDS_ON, String.join(", ", annotation.dependsOn()));
        key(text, HeaderKey.BRANCH_LABELS, String.join(", ", annotation.branchLabels()));
        key(text, HeaderKey.CREATE_DATE, annotation.createDate());
        return text.toString();
    }

    private static void key(StringBuilder text, HeaderKey key, String value) {
        text.append("-- ").append(key.words()).append(": ").append(value).append('\n');
    }
}
