package dev.athanor.demo.file;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Stores a version with its chunks and makes it the current one of its file. */
@Component
class VersionWriter {

    private final ChunkStore chunks;
    private final FileVersions versions;
    private final Clock clock;

    VersionWriter(ChunkStore chunks, FileVersions versions, Clock clock) {
        this.chunks = chunks;
        this.versions = versions;
        this.clock = clock;
    }

    FileVersion write(FileNode node, Commit commit, byte[] content) {
        FileVersion version = new FileVersion(node, commit, chunks.store(content), clock.instant());
        node.commit(versions.save(version));
        return version;
    }
}
