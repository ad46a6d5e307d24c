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
                "@RevisionHeader(id = ",
                "@RevisionHeader(id = \"a\""
            })
    void everythingElseIsLeftToTheCompiler(String source) {
        assertThat(header(source)).isEmpty();
    }
}
