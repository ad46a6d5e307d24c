package dev.athanor.migration.javasource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.InMemoryCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JavaStringsTests {

    private static final List<String> PIECES = List.of(
            "a", " ", "  ", "\n", "\n\n", "\"", "\"\"\"", "\\", "\\n", "\t", "\r", "\u0001", "7", "é", "名", "😀", "'",
            "$$");

    @Test
    void oneLineIsALiteralAndSeveralAreABlock() {
        assertThat(JavaStrings.of("say \"hi\"\\")).isEqualTo("\"say \\\"hi\\\"\\\\\"");
        assertThat(JavaStrings.of("SELECT 1\n  FROM \"t\" "))
                .isEqualTo("\"\"\"\n        SELECT 1\n          FROM \"t\"\\s\"\"\"");
    }

    @Test
    void anyTextIsReadBackAsItWas() throws ReflectiveOperationException {
        List<String> texts = texts();
        StringBuilder source = new StringBuilder("package generated;\npublic final class Texts {\n");
        source.append("    public static final java.util.List<String> ALL = new java.util.ArrayList<>();\n");
        for (int i = 0; i < texts.size(); i++) {
            source.append("    static {\n")
                    .append(("ALL.add(" + JavaStrings.of(texts.get(i)) + ");").indent(8))
                    .append("    }\n");
        }

        Class<?> compiled =
                InMemoryCompiler.compile("generated.Texts", source.append("}\n").toString());

        List<?> read = (List<?>) compiled.getField("ALL").get(null);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read.get(i)).as(JavaStrings.of(texts.get(i))).isEqualTo(texts.get(i));
        }
    }

    private static List<String> texts() {
        Random random = new Random(6);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(9); pieces >= 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
