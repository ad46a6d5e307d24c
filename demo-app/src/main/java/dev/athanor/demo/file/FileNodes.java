package dev.athanor.demo.file;

import dev.athanor.demo.web.NotFoundException;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** The stored nodes of all file trees. */
public interface FileNodes extends JpaRepository<FileNode, UUID> {

    List<FileNode> findByParentIdOrderByName(UUID parentId);

    FileNode findByRepositoryIdAndParentIsNull(UUID repositoryId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<FileNode> findLockedById(UUID id);

    default FileNode require(UUID id) {
        return findById(id).orElseThrow(() -> new NotFoundException("file node", id));
    }

    /** Nobody else commits to the node until the transaction ends. */
    default FileNode requireLocked(UUID id) {
        return findLockedById(id).orElseThrow(() -> new NotFoundException("file node", id));
    }
}
