package dev.athanor.demo.file;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored chunks. */
public interface Chunks extends JpaRepository<Chunk, UUID> {

    List<Chunk> findByHashIn(Collection<String> hashes);
}
