package dev.athanor.demo.file;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Repositories and their file trees over HTTP. */
@RestController
@RequestMapping("/api")
class FileTreeController {

    private final FileTreeService service;

    FileTreeController(FileTreeService service) {
        this.service = service;
    }

    @GetMapping("/projects/{projectId}/repositories")
    List<RepositoryView> repositories(@PathVariable UUID projectId) {
        return service.repositories(projectId);
    }

    @PostMapping("/projects/{projectId}/repositories")
    @ResponseStatus(HttpStatus.CREATED)
    RepositoryView createRepository(@PathVariable UUID projectId, @Valid @RequestBody NewRepository repository) {
        return service.createRepository(projectId, repository);
    }

    @GetMapping("/repositories/{repositoryId}/nodes")
    List<NodeView> children(@PathVariable UUID repositoryId, @RequestParam(required = false) UUID parent) {
        return service.children(repositoryId, parent);
    }

    @PostMapping("/repositories/{repositoryId}/nodes")
    @ResponseStatus(HttpStatus.CREATED)
    NodeView createNode(@PathVariable UUID repositoryId, @Valid @RequestBody NewNode node) {
        return service.createNode(repositoryId, node);
    }

    @GetMapping("/nodes/{nodeId}")
    NodeView node(@PathVariable UUID nodeId) {
        return service.node(nodeId);
    }
}
