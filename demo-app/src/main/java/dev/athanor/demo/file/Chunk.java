package dev.athanor.demo.file;

import dev.athanor.demo.persistence.BaseEntity;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;

/** A piece of content, stored once however many versions contain it. */
@Entity
@Table(
        name = "chunks",
        comment = "Content by its hash: what two versions have in common is stored once",
        uniqueConstraints = @UniqueConstraint(name = "uk_chunks_chunk_hash", columnNames = "chunk_hash"),
        check = @CheckConstraint(name = "ck_chunks_size", constraint = "size_bytes > 0"))
public class Chunk extends BaseEntity {

    @Column(name = "chunk_hash", length = 64, nullable = false, updatable = false)
    private String hash;

    @Column(nullable = false, updatable = false)
    private int sizeBytes;

    @Column(nullable = false, updatable = false)
    private byte[] content;

    protected Chunk() {}

    public Chunk(byte[] content, Instant createdAt) {
        super(createdAt);
        this.hash = Sha256.hex(content);
        this.sizeBytes = content.length;
        this.content = content.clone();
    }

    public String getHash() {
        return hash;
    }

    public int getSizeBytes() {
        return sizeBytes;
    }

    public byte[] getContent() {
        return content.clone();
    }
}
