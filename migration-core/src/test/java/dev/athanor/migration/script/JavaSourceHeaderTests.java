package dev.athanor.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaSourceHeaderTests {

    private static Optional<String> header(String source) {
        return JavaSourceHeader.read(new ScriptFile("A.java", source)).map(ScriptFile::text);
    }

    @Test
    void literalsOfEveryFormAreRead() {
        assertThat(header("""
                // @RevisionHeader(id = "no")
                /** Like {@code @RevisionHeader(id = "no")}. */
                @Deprecated
                @dev.athanor.migration.revision.RevisionHeader(
                        id = "d382", // the id
                        revises = {"a1", "b2",},
                        dependsOn = "lib", branchLabels = {},
                        transactional = false,
                        message = \"""
                            add "styles"
                              in two lines\\tand more
                            \""")
                class A {}
                """)).hasValue("""
                -- add "styles"
                --   in two lines\tand more
                --
                -- Branch Labels:\s
                -- Depends On: lib
                -- Revises: a1, b2
                -- Revision ID: d382

                -- @upgrade

                -- @downgrade
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class RevisionHeader {}",
                "import a.RevisionHeader; class A { String s = \"@RevisionHeader(id = 1)\"; }",
                "@RevisionHeader class A {}",
                "@RevisionHeader(id = ID) class A {}",
                "@RevisionHeader(id = \"a\" + \"b\") class A {}",
                "@RevisionHeader(id = {\"a\", ID}) class A {}",
                "@RevisionHeader(message = \"without\") class A {}",
                "@RevisionHeader(id = \"a\") class A {} @RevisionHeader(id = \"b\") class B {}",
                "@RevisionHeader(revises = {\"a\"}",
                "@RevisionHeader(id = ",
                "@RevisionHeader(id = \"a\""
            })
    void everythingElseIsLeftToTheCompiler(String source) {
        assertThat(header(source)).isEmpty();
    }

    @Test
    void longTextsAreNoTrouble() {
        String text = "SELECT \\\\ \"x\" \n".repeat(300) + "y".repeat(100_000);

        assertThat(header(
                        "class A { String s = \"\"\"\n" + text + "\"\"\"; }\n@RevisionHeader(id = \"a1\") class B {}"))
                .hasValue("--\n-- Revision ID: a1\n\n-- @upgrade\n\n-- @downgrade\n");
    }
}
