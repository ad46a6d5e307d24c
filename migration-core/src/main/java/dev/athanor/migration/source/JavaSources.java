package dev.athanor.migration.source;

import dev.athanor.migration.javasource.JavaBody;
import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.revision.RevisionHeader;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.JavaSourceHeader;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import dev.athanor.migration.template.JavaClassName;
import dev.athanor.migration.template.JavaTemplate;
import dev.athanor.migration.template.RevisionDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes where new revisions in Java are written.
 *
 * @param directory the source folder, such as {@code src/main/java}
 * @param packageName the package of the revisions
 * @param nameLength the maximum number of characters of the message in a class name
 * @since 0.1.0
 */
public record JavaSources(Path directory, String packageName, int nameLength) {

    /** Defines the methods of a reversible revision whose change is not written yet. */
    static final List<JavaTemplate.Method> UNWRITTEN =
            List.of(new JavaTemplate.Method("change", JavaBody.of(List.of())));

    private static final Pattern PACKAGE =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    public JavaSources {
        if (!PACKAGE.matcher(packageName).matches()) {
            throw new NewRevisionException(
                    "`" + packageName + "` is no package for new revisions in Java.",
                    "Name one in `migration.java-package`, such as com.acme.shop.revisions.");
        }
    }

    /**
     * Returns the headers of the revisions in the folder as script files, because written revisions may not be compiled
     * yet.
     */
    List<ScriptFile> headers() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|kt)"))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(this::header)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException failure) {
            throw unreadable(directory, failure);
        }
    }

    /** Returns the files, as paths, of revisions that are written and not compiled yet. */
    public List<String> notCompiled(List<RegisteredRevision> compiled) {
        Set<String> ids = compiled.stream()
                .map(revision ->
                        revision.type().getAnnotation(RevisionHeader.class).id())
                .collect(Collectors.toSet());
        return headers().stream()
                .filter(header -> id(header).filter(ids::contains).isEmpty())
                .map(header -> SourceFolder.slashes(directory.resolve(header.location())))
                .toList();
    }

    /**
     * Returns the id of a header, or empty if the header cannot be read; writing a revision reports what is wrong
     * with it.
     */
    private static Optional<String> id(ScriptFile header) {
        try {
            return Optional.of(
                    new ScriptParser(Placeholders.none()).parse(header).id().value());
        } catch (InvalidScriptException e) {
            return Optional.empty();
        }
    }

    private Optional<ScriptFile> header(Path file) {
        try {
            String location = directory.relativize(file).toString().replace('\\', '/');
            return JavaSourceHeader.read(new ScriptFile(location, Utf8.decode(Files.readAllBytes(file))));
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static SourceException unreadable(Path path, IOException failure) {
        return new SourceException(
                "The revisions in Java cannot be read at " + path + ": " + failure + ".",
                "Let the command read it, or correct `migration.java-directory`.",
                failure);
    }

    /** Returns the file name of a draft, relative to the directory. */
    String fileName(RevisionDraft draft) {
        return location(className(draft));
    }

    private String className(RevisionDraft draft) {
        return JavaClassName.of(draft, nameLength, name -> Files.exists(directory.resolve(location(name))));
    }

    private String location(String className) {
        return packageName.replace('.', '/') + "/" + className + ".java";
    }

    /** Returns the content of the file. */
    String text(RevisionDraft draft, List<JavaTemplate.Method> methods) {
        return new JavaTemplate(packageName, className(draft), methods).render(draft);
    }

    /**
     * Writes a finished class.
     *
     * @param draft the header, which names the class
     * @param text the source with {@code %CLASS%} and {@code %PACKAGE%} in place of the names
     * @param files deletes it again unless it is kept
     */
    public Path add(RevisionDraft draft, String text, NewFiles files) {
        return files.write(
                folder(),
                fileName(draft),
                text.replace("%CLASS%", className(draft)).replace("%PACKAGE%", packageName));
    }

    RevisionFolder folder() {
        return new RevisionFolder(directory, "migration.java-directory");
    }
}
