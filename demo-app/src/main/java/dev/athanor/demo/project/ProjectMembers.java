package dev.athanor.demo.project;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored members. */
public interface ProjectMembers extends JpaRepository<ProjectMember, ProjectMemberId> {

    @EntityGraph(attributePaths = "user")
    List<ProjectMember> findByProjectIdOrderByJoinedAt(UUID projectId);
}
