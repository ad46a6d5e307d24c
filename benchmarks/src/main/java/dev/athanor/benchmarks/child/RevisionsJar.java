package dev.athanor.benchmarks.child;

import dev.athanor.benchmarks.pure.Generated;
import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Writes revisions into a jar, as a build does. */
final class RevisionsJar {

    private RevisionsJar() {}

    static Path write(int revisions) throws IOException {
        Path file = Files.createTempFile("revisions", ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("db/revisions/"));
            for (ScriptFile script : Generated.files(revisions)) {
                jar.putNextEntry(new JarEntry(script.location()));
                jar.write(script.text().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
