package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.InMemoryCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each piece of Java in the document compiles, without a warning. */
class JavaRevisionsDocumentTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "java-revisions.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern CLASS = Pattern.compile("(?m)^[a-z ]*class (\\w+)");
    private static final String IMPORTS = """
            package document;

            import dev.athanor.javaapp.text.Slugs;
            import dev.athanor.migration.Migrations;
            import dev.athanor.migration.autoconfigure.JavaRevisions;
            import dev.athanor.migration.directive.*;
            import dev.athanor.migration.operation.*;
            import dev.athanor.migration.revision.*;
            import java.util.List;
            import javax.sql.DataSource;
            import org.springframework.beans.factory.annotation.Qualifier;
            import org.springframework.context.annotation.*;

            """;

    @Test
    void everyPieceCompiles() throws IOException {
        List<String> pieces = BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - "```".length()))
                .toList();

        assertThat(pieces).hasSize(5).allSatisfy(JavaRevisionsDocumentTests::compile);
    }

    private static void compile(String piece) {
        Matcher named = CLASS.matcher(piece);
        if (named.find()) {
            InMemoryCompiler.compile("document." + named.group(1), IMPORTS + piece);
        } else {
            InMemoryCompiler.compile(
                    "document.Piece",
                    IMPORTS + "class Piece implements ReversibleRevision {\npublic void change(Operations op) {\n"
                            + piece + "}\n}\n");
        }
    }
}
