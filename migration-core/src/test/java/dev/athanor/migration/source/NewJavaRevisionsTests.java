package dev.athanor.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.revision.ReversibleRevision;
import dev.athanor.migration.revision.RevisionHeader;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.testing.InMemoryCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewJavaRevisionsTests {

    private static final Instant NOW = Instant.parse("2025-10-07T22:50:09.5Z");

    @TempDir
    private Path home;

    private NewRevisions revisions() {
        return new NewRevisions(NewRevisionSettings.in(home.resolve("sql")), () -> NOW, () -> 0xd382_069d_acefL);
    }

    private JavaSources sources() {
        return new JavaSources(home.resolve("java"), "com.acme.revisions", 40);
    }

    private ScriptDirectory directory() {
        return revisions().directory(ScriptDirectory.of(List.of()), sources());
    }

    private WrittenRevision create(RevisionRequest request) {
        return revisions().create(directory(), request, sources());
    }

    @Test
    void theFirstOneIsABaseAndCompiles() throws Exception {
        WrittenRevision written = create(RevisionRequest.of("add writing styles"));

        assertThat(written.path())
                .isEqualTo(home.resolve("java/com/acme/revisions/AddWritingStyles.java"))
                .hasContent("""
                        package com.acme.revisions;

                        import dev.athanor.migration.revision.Operations;
                        import dev.athanor.migration.revision.ReversibleRevision;
                        import dev.athanor.migration.revision.RevisionHeader;

                        @RevisionHeader(
                                id = "d382069dacef",
                                message = "add writing styles",
                                createDate = "2025-10-07T22:50:09Z")
                        public final class AddWritingStyles implements ReversibleRevision {

                            @Override
                            public void change(Operations op) {
                                // What it does, directive by directive; its reverse is the way down.
                            }
                        }
                        """);
        Class<?> compiled =
                InMemoryCompiler.compile("com.acme.revisions.AddWritingStyles", Files.readString(written.path()));
        assertThat(compiled.getAnnotation(RevisionHeader.class).id()).isEqualTo("d382069dacef");
    }

    @Test
    void whatWasWrittenBeforeIsRevisedWhetherCompiledOrNot() {
        create(RevisionRequest.builder("one")
                .revisionId("a1")
                .branchLabels("main")
                .build());
        WrittenRevision inSql = revisions()
                .create(
                        directory(),
                        RevisionRequest.builder("two").revisionId("a2").build());
        WrittenRevision last = create(RevisionRequest.builder("three \"quoted\"\nin\\two")
                .revisionId("a3")
                .dependsOn("main")
                .build());

        assertThat(inSql.script().revision().downRevisions()).hasToString("[a1]");
        assertThat(directory().graph().heads()).hasToString("[a3]");
        assertThat(directory().script(last.script().id()).message()).isEqualTo("three \"quoted\"\nin\\two");
        assertThat(directory().script(last.script().id()).revision())
                .isEqualTo(last.script().revision());
    }

    @Test
    void aNameThatIsTakenGetsTheId() {
        assertThat(create(RevisionRequest.builder("override").revisionId("b1").build())
                        .path())
                .hasFileName("OverrideB1.java");
        create(RevisionRequest.builder("add names").revisionId("b2").build());

        assertThat(create(RevisionRequest.builder("add names").revisionId("b3").build())
                        .path())
                .hasFileName("AddNamesB3.java");
        assertThat(create(RevisionRequest.builder("2 factors").revisionId("b4").build())
                        .path())
                .hasFileName("Revision2Factors.java");
        assertThat(create(RevisionRequest.builder("").revisionId("b5").build()).path())
                .hasFileName("RevisionB5.java");
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingIsWritten() {
        create(RevisionRequest.builder("one").revisionId("a1").build());

        refuses(
                RevisionRequest.builder("two").revisionId("a1").build(),
                "Revision id a1 is taken, by com/acme/revisions/One.java.\n"
                        + "Choose another for --rev-id, or leave it out: `migration revision` then makes one.");
        refuses(
                RevisionRequest.builder("two").branchLabels("a1").build(),
                "Branch label 'a1' is a revision's id.\nChoose another for --branch-label.");
        assertThat(home.resolve("java/com/acme/revisions/Two.java")).doesNotExist();
    }

    private void refuses(RevisionRequest request, String message) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> create(request))
                .withMessage(message);
    }

    @Test
    void aFolderThatIsAFileIsNamedWithItsProperty() throws IOException {
        Files.writeString(home.resolve("java"), "");

        refuses(
                RevisionRequest.of("one"),
                "Path " + home.resolve("java") + " is a file, and new revisions need a folder there.\n"
                        + "Move it away, or name another folder in `migration.java-directory`.");
    }

    @Test
    void aPackageMustBeOne() {
        assertThatExceptionOfType(NewRevisionException.class)
                .isThrownBy(() -> new JavaSources(home, "com/acme", 40))
                .withMessage("`com/acme` is no package for new revisions in Java.\n"
                        + "Name one in `migration.java-package`, such as com.acme.shop.revisions.");
    }

    @RevisionHeader(id = "c1")
    private static final class Compiled implements ReversibleRevision {

        @Override
        public void change(Operations op) {}
    }

    @Test
    void thoseThatAreCompiledOnlyBelongToTheGraph() throws IOException {
        ScriptDirectory compiled =
                ScriptDirectory.parse(List.of(), List.of(RegisteredRevision.of(new Compiled())), Placeholders.none());
        assertThat(revisions().directory(compiled, sources()).graph().heads()).hasToString("[c1]");

        Path source = home.resolve("java/dev/athanor/migration/source/NewJavaRevisionsTests.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "@RevisionHeader(id = \"c2\") class Changed {}");

        assertThat(revisions().directory(compiled, sources()).graph().heads()).hasToString("[c2]");
    }

    @Test
    void theHeadersOfKotlinAreRead() throws IOException {
        Path source = home.resolve("java/add.kt");
        Files.createDirectories(source.getParent());
        Files.writeString(
                source, "@RevisionHeader(id = \"k2\", revises = [\"c1\"])\nclass Add : ReversibleRevision {}\n");
        ScriptDirectory compiled =
                ScriptDirectory.parse(List.of(), List.of(RegisteredRevision.of(new Compiled())), Placeholders.none());

        assertThat(revisions().directory(compiled, sources()).graph().heads()).hasToString("[k2]");
    }

    @Test
    void thoseThatAreNotCompiledAreNamed() throws IOException {
        Path source = home.resolve("java/somewhere/Else.kt");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "@RevisionHeader(id = \"c1\") class Compiled");
        WrittenRevision written =
                create(RevisionRequest.builder("next").revisionId("n1").build());

        assertThat(sources().notCompiled(List.of(RegisteredRevision.of(new Compiled()))))
                .containsExactly(written.path().toString());
    }
}
