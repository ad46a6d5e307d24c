package dev.athanor.demo.file;

import dev.athanor.demo.project.Projects;
import dev.athanor.demo.web.ConflictException;
import dev.athanor.demo.web.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Repositories and the trees of files and directories in them. */
@Service
@Transactional(readOnly = true)
public class FileTreeService {

    private final FileRepositories repositories;
    private final FileNodes nodes;
    private final Projects projects;
    private final Clock clock;

    FileTreeService(FileRepositories repositories, FileNodes nodes, Projects projects, Clock clock) {
        this.repositories = repositories;
        this.nodes = nodes;
        this.projects = projects;
        this.clock = clock;
    }

    public List<RepositoryView> repositories(UUID projectId) {
        projects.require(projectId);
        return repositories.findByProjectIdOrderByName(projectId).stream()
                .map(RepositoryView::of)
                .toList();
    }

    @Transactional
    public RepositoryView createRepository(UUID projectId, NewRepository repository) {
        FileRepository created = repositories.saveAndFlush(
                new FileRepository(projects.require(projectId), repository.name(), clock.instant()));
        nodes.save(FileNode.root(created, clock.instant()));
        return RepositoryView.of(created);
    }

    public List<NodeView> children(UUID repositoryId, UUID parentId) {
        FileNode directory = directory(repositoryId, parentId);
        return nodes.findByParentIdOrderByName(directory.getId()).stream()
                .map(NodeView::of)
                .toList();
    }

    public NodeView node(UUID nodeId) {
        return NodeView.of(nodes.require(nodeId));
    }

    @Transactional
    public NodeView createNode(UUID repositoryId, NewNode node) {
        FileNode directory = directory(repositoryId, node.parentId());
        return NodeView.of(nodes.saveAndFlush(directory.child(node.name(), node.type(), clock.instant())));
    }

    private FileNode directory(UUID repositoryId, UUID nodeId) {
        FileRepository repository = repositories.require(repositoryId);
        FileNode node = nodeId == null ? nodes.findByRepositoryIdAndParentIsNull(repositoryId) : nodes.require(nodeId);
        if (!node.getRepository().getId().equals(repository.getId())) {
            throw new NotFoundException("file node of this repository", nodeId);
        }
        if (node.isFile()) {
            throw new ConflictException(node.getName() + " is a file: only a directory has children.");
        }
        return node;
    }
}
