package dev.athanor.demo.file;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored versions. */
public interface FileVersions extends JpaRepository<FileVersion, UUID> {

    List<FileVersion> findByNodeIdOrderByNumberDesc(UUID nodeId);
}
