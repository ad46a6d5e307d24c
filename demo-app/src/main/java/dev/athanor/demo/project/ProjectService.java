package dev.athanor.demo.project;

import dev.athanor.demo.tenant.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and finds projects. */
@Service
@Transactional(readOnly = true)
public class ProjectService {

    private final Projects projects;
    private final Tenants tenants;
    private final Slugs slugs;
    private final Clock clock;

    ProjectService(Projects projects, Tenants tenants, Slugs slugs, Clock clock) {
        this.projects = projects;
        this.tenants = tenants;
        this.slugs = slugs;
        this.clock = clock;
    }

    public List<ProjectView> list() {
        return projects.findAllByOrderByCreatedAt().stream()
                .map(ProjectView::of)
                .toList();
    }

    public List<ProjectView> listOf(UUID tenantId) {
        tenants.require(tenantId);
        return projects.findByTenantIdOrderByCreatedAt(tenantId).stream()
                .map(ProjectView::of)
                .toList();
    }

    public ProjectView get(UUID id) {
        return ProjectView.of(projects.require(id));
    }

    @Transactional
    public ProjectView create(NewProject project) {
        Project created = new Project(
                tenants.require(project.tenantId()),
                project.code(),
                project.name(),
                project.description(),
                clock.instant());
        created.addressedAs(slugs.of(project.code(), project.name()));
        return ProjectView.of(projects.saveAndFlush(created));
    }
}
