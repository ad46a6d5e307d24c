package dev.athanor.demo.file;

import dev.athanor.demo.persistence.BaseEntity;
import dev.athanor.demo.tenant.User;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a file contained after one commit. */
@Entity
@Table(
        name = "file_versions",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_file_versions_node_number",
                        columnNames = {"node_id", "version_number"}),
        check = @CheckConstraint(name = "ck_file_versions_number", constraint = "version_number > 0"),
        indexes = {
            @Index(name = "ix_file_versions_commit_hash", columnList = "commit_hash"),
            @Index(name = "ix_file_versions_node_created", columnList = "node_id, created_at desc"),
            @Index(name = "ix_file_versions_author_created", columnList = "author_id, created_at desc")
        })
public class FileVersion extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "node_id", nullable = false, foreignKey = @ForeignKey(name = "fk_file_versions_node"))
    private FileNode node;

    @Column(name = "version_number", nullable = false)
    private int number;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "author_id", nullable = false, foreignKey = @ForeignKey(name = "fk_file_versions_author"))
    private User author;

    @Column(
            length = 64,
            nullable = false,
            comment = "SHA-256 over the previous commit, the author, the message and the content")
    private String commitHash;

    @Column(length = 500, nullable = false)
    private String message;

    @Column(nullable = false)
    private long sizeBytes;

    @ManyToMany
    @OrderColumn(name = "position", nullable = false)
    @JoinTable(
            name = "file_version_chunks",
            joinColumns = @JoinColumn(name = "version_id", nullable = false),
            foreignKey = @ForeignKey(name = "fk_file_version_chunks_version"),
            inverseJoinColumns = @JoinColumn(name = "chunk_id", nullable = false),
            inverseForeignKey = @ForeignKey(name = "fk_file_version_chunks_chunk"),
            indexes = @Index(name = "ix_file_version_chunks_chunk_id", columnList = "chunk_id"))
    private List<Chunk> chunks = new ArrayList<>();

    protected FileVersion() {}

    public FileVersion(FileNode node, Commit commit, List<Chunk> chunks, Instant createdAt) {
        super(createdAt);
        this.node = node;
        this.number = commit.number();
        this.author = commit.author();
        this.commitHash = commit.hash();
        this.message = commit.message();
        this.sizeBytes = chunks.stream().mapToLong(Chunk::getSizeBytes).sum();
        this.chunks = new ArrayList<>(chunks);
    }

    public FileNode getNode() {
        return node;
    }

    public int getNumber() {
        return number;
    }

    public User getAuthor() {
        return author;
    }

    public String getCommitHash() {
        return commitHash;
    }

    public String getMessage() {
        return message;
    }

    public long getSizeBytes() {
        return sizeBytes;
    }

    public List<Chunk> getChunks() {
        return List.copyOf(chunks);
    }
}
