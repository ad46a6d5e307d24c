package dev.athanor.demo.file;

import dev.athanor.demo.web.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored repositories. */
public interface FileRepositories extends JpaRepository<FileRepository, UUID> {

    List<FileRepository> findByProjectIdOrderByName(UUID projectId);

    default FileRepository require(UUID id) {
        return findById(id).orElseThrow(() -> new NotFoundException("repository", id));
    }
}
