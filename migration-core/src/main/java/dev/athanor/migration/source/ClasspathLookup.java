package dev.athanor.migration.source;

import java.io.IOException;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the places on the class path where a folder may have files.
 *
 * <p>A class loader finds a folder in a directory, and in a jar that has entries for its folders. A jar without such
 * entries (built by Bazel or ProGuard) is found by its manifest, and is searched as well. If the folder is not found at
 * all, every jar with a manifest is searched.
 */
final class ClasspathLookup {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String MANIFEST_FOLDER = "META-INF/";

    private final ClassLoader loader;

    ClasspathLookup(ClassLoader loader) {
        this.loader = loader;
    }

    /** Returns the directories of the folder, and resources of jars that may have files in it. */
    Collection<URL> places(String folder) throws IOException {
        Map<String, URL> places = new LinkedHashMap<>(roots(folder + "/"));
        roots(folder).forEach(places::putIfAbsent);
        Map<String, URL> jars = roots(MANIFEST);
        jars.values().removeIf(url -> url.getProtocol().equals("file"));
        if (!places.isEmpty()) {
            jars.keySet().removeAll(roots(MANIFEST_FOLDER).keySet());
        }
        jars.forEach(places::putIfAbsent);
        return places.values();
    }

    /** Returns the resources of a name, by the class path root that contains each of them. */
    private Map<String, URL> roots(String name) throws IOException {
        int segments = name.replaceAll("/$", "").split("/").length;
        Map<String, URL> roots = new LinkedHashMap<>();
        for (URL url : Collections.list(loader.getResources(name))) {
            roots.putIfAbsent(without(segments, url.toExternalForm().replaceAll("/$", "")), url);
        }
        return roots;
    }

    private static String without(int segments, String url) {
        String root = url;
        for (int i = 0; i < segments; i++) {
            root = root.substring(0, Math.max(0, root.lastIndexOf('/')));
        }
        return root;
    }
}
