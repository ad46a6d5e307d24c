package dev.athanor.benchmarks.child;

import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.source.ClasspathSource;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads, parses and assembles the revisions of a jar, several times; prints the first time and the best of the others. */
public final class ReadJar {

    private ReadJar() {}

    /** The jar, how many revisions are in it, and how often to read it. */
    public static void main(String... arguments) throws Exception {
        int revisions = Integer.parseInt(arguments[1]);
        double[] millis = new double[Integer.parseInt(arguments[2])];
        for (int turn = 0; turn < millis.length; turn++) {
            long begun = System.nanoTime();
            int found = read(Path.of(arguments[0]));
            millis[turn] = (System.nanoTime() - begun) / 1e6;
            if (found != revisions) {
                throw new IllegalStateException("Found " + found + " revisions, not " + revisions);
            }
        }
        System.out.println(millis[0] + " " + Arrays.stream(millis).skip(1).min().orElse(millis[0]));
    }

    private static int read(Path jar) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            ScriptDirectory directory =
                    ScriptDirectory.parse(new ClasspathSource(loader, "db/revisions").read(), Placeholders.none());
            return directory.graph().revisions().size();
        }
    }
}
