package dev.athanor.demo.project;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projects and their members over HTTP. */
@RestController
@RequestMapping("/api/projects")
class ProjectController {

    private final ProjectService projects;
    private final MemberService members;

    ProjectController(ProjectService projects, MemberService members) {
        this.projects = projects;
        this.members = members;
    }

    @GetMapping
    List<ProjectView> list() {
        return projects.list();
    }

    @GetMapping(params = "tenant")
    List<ProjectView> listOf(@RequestParam UUID tenant) {
        return projects.listOf(tenant);
    }

    @GetMapping("/{projectId}")
    ProjectView get(@PathVariable UUID projectId) {
        return projects.get(projectId);
    }

    @PostMapping
    ResponseEntity<ProjectView> create(@Valid @RequestBody NewProject project) {
        ProjectView created = projects.create(project);
        return ResponseEntity.created(URI.create("/api/projects/" + created.id()))
                .body(created);
    }

    @GetMapping("/{projectId}/members")
    List<MemberView> members(@PathVariable UUID projectId) {
        return members.list(projectId);
    }

    @PostMapping("/{projectId}/members")
    @ResponseStatus(HttpStatus.CREATED)
    MemberView addMember(@PathVariable UUID projectId, @Valid @RequestBody NewMember member) {
        return members.add(projectId, member);
    }
}
