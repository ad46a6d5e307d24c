package dev.athanor.demo.file;

import dev.athanor.demo.tenant.User;
import dev.athanor.demo.tenant.Users;
import dev.athanor.demo.web.ConflictException;
import dev.athanor.demo.web.NotFoundException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Commits new versions of files, and reads what is in them. */
@Service
@Transactional(readOnly = true)
public class VersionService {

    private final FileVersions versions;
    private final FileNodes nodes;
    private final Users users;
    private final VersionWriter writer;

    VersionService(FileVersions versions, FileNodes nodes, Users users, VersionWriter writer) {
        this.versions = versions;
        this.nodes = nodes;
        this.users = users;
        this.writer = writer;
    }

    public List<VersionView> list(UUID nodeId) {
        nodes.require(nodeId);
        return versions.findByNodeIdOrderByNumberDesc(nodeId).stream()
                .map(VersionView::of)
                .toList();
    }

    @Transactional
    public VersionView commit(UUID nodeId, NewVersion version) {
        User author = users.require(version.authorId());
        FileNode node = nodes.requireLocked(nodeId);
        if (!node.isFile()) {
            throw new ConflictException(node.getName() + " is a directory: only a file has versions.");
        }
        Commit commit = Commit.after(node.getCurrentVersion(), author, version.message(), version.content());
        return VersionView.of(writer.write(node, commit, version.content()));
    }

    public byte[] currentContent(UUID nodeId) {
        FileVersion current = nodes.require(nodeId).getCurrentVersion();
        if (current == null) {
            throw new NotFoundException("content yet in file node", nodeId);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        current.getChunks().forEach(chunk -> content.writeBytes(chunk.getContent()));
        return content.toByteArray();
    }
}
