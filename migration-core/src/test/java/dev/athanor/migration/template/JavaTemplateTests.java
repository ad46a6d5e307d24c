package dev.athanor.migration.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.javasource.JavaBody;
import dev.athanor.migration.testing.InMemoryCompiler;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaTemplateTests {

    private static final RevisionDraft DRAFT = new RevisionDraft(
            new Revision(
                    new RevisionId("c3"),
                    List.of(new RevisionId("a1"), new RevisionId("b2")),
                    List.of("lib"),
                    List.of("styles")),
            "add \"styles\"\nand more",
            OffsetDateTime.parse("2025-10-07T10:50:00+02:00"),
            "",
            "");

    @Test
    void operationsBecomeTheBodiesOfItsMethods() {
        JavaBody upgrade =
                JavaBody.of(Recording.of(op -> op.execute("SELECT 1\n  FROM t")).operations());
        JavaBody downgrade =
                JavaBody.of(Recording.of(op -> op.dropColumn("t", "c", "text")).operations());

        String source =
                JavaTemplate.of("com.acme", "AddStyles", upgrade, downgrade).render(DRAFT);

        assertThat(source).isEqualTo("""
                package com.acme;

                import dev.athanor.migration.revision.JavaRevision;
                import dev.athanor.migration.revision.Operations;
                import dev.athanor.migration.revision.RevisionHeader;

                @RevisionHeader(
                        id = "c3",
                        revises = {"a1", "b2"},
                        dependsOn = "lib",
                        branchLabels = "styles",
                        message = \"""
                        add "styles"
                        and more\""",
                        createDate = "2025-10-07T10:50:00+02:00")
                public final class AddStyles implements JavaRevision {

                    @Override
                    public void upgrade(Operations op) {
                        op.execute(\"""
                                SELECT 1
                                  FROM t\""");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropColumn("t", "c", "text");
                    }
                }
                """);
        assertThat(InMemoryCompiler.compile("com.acme.AddStyles", source)).isNotNull();
    }
}
