package dev.athanor.demo.file;

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

/** A file tree with history, of a project. */
@Entity
@Table(
        name = "repositories",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_repositories_project_name",
                        columnNames = {"project_id", "name"}))
public class FileRepository extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id", nullable = false, foreignKey = @ForeignKey(name = "fk_repositories_project"))
    private Project project;

    @Column(length = 120, nullable = false)
    private String name;

    protected FileRepository() {}

    public FileRepository(Project project, String name, Instant createdAt) {
        super(createdAt);
        this.project = project;
        this.name = name;
    }

    public Project getProject() {
        return project;
    }

    public String getName() {
        return name;
    }
}
