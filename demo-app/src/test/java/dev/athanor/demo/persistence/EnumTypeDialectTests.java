package dev.athanor.demo.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.demo.workflow.WorkflowStatus;
import org.junit.jupiter.api.Test;

class EnumTypeDialectTests {

    private final EnumTypeDialect dialect = new EnumTypeDialect();

    @Test
    void enumTypeIsNamedInSnakeCaseWithSuffix() {
        assertThat(dialect.getEnumTypeDeclaration(WorkflowStatus.class)).isEqualTo("workflow_status_enum");
        assertThat(dialect.getCreateEnumTypeCommand("NodeType", new String[] {"file", "directory"}))
                .startsWith("create type node_type_enum as enum ('file','directory')");
    }
}
