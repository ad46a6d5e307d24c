package dev.athanor.demo.workflow;

import dev.athanor.demo.file.FileVersion;
import dev.athanor.demo.persistence.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

/** One run of a workflow over one version of a file. */
@Entity
@Table(
        name = "workflow_instances",
        indexes = {
            @Index(name = "ix_workflow_instances_file_version_id", columnList = "file_version_id"),
            @Index(name = "ix_workflow_instances_workflow_status", columnList = "workflow_id, status")
        })
public class WorkflowInstance extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(
            name = "workflow_id",
            nullable = false,
            foreignKey = @ForeignKey(name = "fk_workflow_instances_workflow"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Workflow workflow;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(
            name = "file_version_id",
            nullable = false,
            foreignKey = @ForeignKey(name = "fk_workflow_instances_file_version"))
    private FileVersion fileVersion;

    @Column(nullable = false, columnDefinition = "workflow_status_enum")
    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    @ColumnDefault("'pending'")
    private WorkflowStatus status = WorkflowStatus.pending;

    private Instant completedAt;

    protected WorkflowInstance() {}

    public WorkflowInstance(Workflow workflow, FileVersion fileVersion, Instant createdAt) {
        super(createdAt);
        this.workflow = workflow;
        this.fileVersion = fileVersion;
    }

    public void finish(WorkflowStatus outcome, Instant when) {
        this.status = outcome;
        this.completedAt = when;
    }

    public Workflow getWorkflow() {
        return workflow;
    }

    public FileVersion getFileVersion() {
        return fileVersion;
    }

    public WorkflowStatus getStatus() {
        return status;
    }

    public Instant getCompletedAt() {
        return completedAt;
    }
}
