package dev.athanor.demo.project;

import dev.athanor.demo.web.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored projects. */
public interface Projects extends JpaRepository<Project, UUID> {

    List<Project> findAllByOrderByCreatedAt();

    List<Project> findByTenantIdOrderByCreatedAt(UUID tenantId);

    default Project require(UUID id) {
        return findById(id).orElseThrow(() -> new NotFoundException("project", id));
    }
}
