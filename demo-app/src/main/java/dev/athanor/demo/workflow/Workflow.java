package dev.athanor.demo.workflow;

import dev.athanor.demo.persistence.BaseEntity;
import dev.athanor.demo.project.Project;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How a project approves a version: the stages, in order. */
@Entity
@Table(
        name = "workflows",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_workflows_project_name",
                        columnNames = {"project_id", "name"}))
public class Workflow extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id", nullable = false, foreignKey = @ForeignKey(name = "fk_workflows_project"))
    private Project project;

    @Column(length = 120, nullable = false)
    private String name;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> definition;

    @Column(name = "is_active", nullable = false)
    @ColumnDefault("true")
    private boolean active = true;

    protected Workflow() {}

    public Workflow(Project project, String name, List<String> stages, Instant createdAt) {
        super(createdAt);
        this.project = project;
        this.name = name;
        this.definition = Map.of("stages", List.copyOf(stages));
    }

    public Project getProject() {
        return project;
    }

    public String getName() {
        return name;
    }

    public Map<String, Object> getDefinition() {
        return Map.copyOf(definition);
    }

    public boolean isActive() {
        return active;
    }
}
