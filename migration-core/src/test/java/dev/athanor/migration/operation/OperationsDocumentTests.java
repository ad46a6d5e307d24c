package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.directive.Directives;
import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.testing.InMemoryCompiler;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/operations.md} shows in Java compiles, and is the SQL below it; it leaves no directive out. */
class OperationsDocumentTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
    private static final Pattern PAIR = Pattern.compile("```java\n(.*?)```\n\n```sql\n(.*?)```", Pattern.DOTALL);

    @Test
    void javaIsTheSqlBelowIt() throws IOException, ReflectiveOperationException {
        List<MatchResult> pairs =
                PAIR.matcher(Files.readString(DOCUMENT)).results().toList();
        StringBuilder source = new StringBuilder("package generated;\n"
                + "import dev.athanor.migration.directive.*;\n"
                + "import dev.athanor.migration.operation.*;\n"
                + "import dev.athanor.migration.operation.DataOperation.Execute;\n"
                + "import dev.athanor.migration.schema.*;\n"
                + "import java.util.List;\nimport java.util.Map;\n"
                + "public final class Snippets {\n");
        for (int i = 0; i < pairs.size(); i++) {
            source.append("public static void snippet%d(Directives op) {\n%s}\n"
                    .formatted(i, pairs.get(i).group(1)));
        }
        Class<?> compiled = InMemoryCompiler.compile("generated.Snippets", source + "}\n");

        assertThat(pairs).hasSize(4);
        for (int i = 0; i < pairs.size(); i++) {
            String method = "snippet" + i;
            Recording recording = Recording.of(op -> call(compiled, method, op));
            assertThat(SqlText.of(recording.operations()))
                    .isEqualTo(pairs.get(i).group(2).strip());
        }
    }

    @Test
    void everyDirectiveIsNamed() throws IOException {
        String document = Files.readString(DOCUMENT);
        Set<String> left = Arrays.stream(Directives.class.getMethods())
                .map(Method::getName)
                .filter(name -> !Set.of("to", "named").contains(name))
                .filter(name -> !document.contains(name))
                .filter(name -> !document.contains(name.replace("Procedure", "Function")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(left).isEmpty();
    }

    private static void call(Class<?> compiled, String method, Directives op) {
        try {
            compiled.getMethod(method, Directives.class).invoke(null, op);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
