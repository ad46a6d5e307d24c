package dev.athanor.demo.file;

import dev.athanor.demo.persistence.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A file or a directory in a repository's tree; the root is the one directory without a parent. */
@Entity
@Table(
        name = "file_nodes",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_file_nodes_parent_name",
                        columnNames = {"parent_id", "name"}),
        indexes = {
            @Index(name = "ix_file_nodes_repository_parent", columnList = "repository_id, parent_id"),
            @Index(name = "ix_file_nodes_current_version_id", columnList = "current_version_id")
        })
public class FileNode extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "repository_id", nullable = false, foreignKey = @ForeignKey(name = "fk_file_nodes_repository"))
    private FileRepository repository;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_file_nodes_parent"))
    private FileNode parent;

    @Column(length = 255, nullable = false)
    private String name;

    @Column(name = "node_type", nullable = false, columnDefinition = "node_type_enum")
    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    private NodeType type;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "current_version_id", foreignKey = @ForeignKey(name = "fk_file_nodes_current_version"))
    private FileVersion currentVersion;

    protected FileNode() {}

    private FileNode(FileRepository repository, FileNode parent, String name, NodeType type, Instant createdAt) {
        super(createdAt);
        this.repository = repository;
        this.parent = parent;
        this.name = name;
        this.type = type;
    }

    public static FileNode root(FileRepository repository, Instant createdAt) {
        return new FileNode(repository, null, "/", NodeType.directory, createdAt);
    }

    public FileNode child(String name, NodeType type, Instant createdAt) {
        return new FileNode(repository, this, name, type, createdAt);
    }

    public void commit(FileVersion version) {
        this.currentVersion = version;
    }

    public boolean isFile() {
        return type == NodeType.file;
    }

    public FileRepository getRepository() {
        return repository;
    }

    public FileNode getParent() {
        return parent;
    }

    public String getName() {
        return name;
    }

    public NodeType getType() {
        return type;
    }

    public FileVersion getCurrentVersion() {
        return currentVersion;
    }
}
