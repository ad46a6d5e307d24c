package dev.athanor.migration.source;

import dev.athanor.migration.script.RevisionScript;
import java.nio.file.Path;

/**
 * Represents a new revision and its file.
 *
 * @param path the file
 * @param script the script in the file, as it will be read
 * @since 0.1.0
 */
public record WrittenRevision(Path path, RevisionScript script) {}
