package dev.athanor.demo.file;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The stored chunks. */
public interface Chunks extends JpaRepository<Chunk, UUID> {

    List<Chunk> findByHashIn(Collection<String> hashes);

    /** Two commits of the same content at the same time store it once, and neither fails. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    INSERT INTO chunks (id, chunk_hash, size_bytes, content, created_at)
                    VALUES (gen_random_uuid(), :#{#chunk.hash}, :#{#chunk.sizeBytes}, :#{#chunk.content}, :#{#chunk.createdAt})
                    ON CONFLICT (chunk_hash) DO NOTHING
                    """)
    void insertIfAbsent(Chunk chunk);
}
