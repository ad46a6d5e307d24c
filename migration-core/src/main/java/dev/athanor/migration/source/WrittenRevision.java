package dev.athanor.migration.source;

import dev.athanor.migration.script.RevisionScript;
import java.nio.file.Path;

/**
 * Represents a new revision and its file.
 *
 * @param path the file
 * @param script the script in the file, as it will be read
 */
public record WrittenRevision(Path path, RevisionScript script) {}
