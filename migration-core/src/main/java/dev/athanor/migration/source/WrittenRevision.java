package dev.athanor.migration.source;

import dev.athanor.migration.script.RevisionScript;
import java.nio.file.Path;

/**
 * A new revision, in its file.
 *
 * @param path the file
 * @param script what is in it, as it will be read
 * @since 0.1.0
 */
public record WrittenRevision(Path path, RevisionScript script) {}
