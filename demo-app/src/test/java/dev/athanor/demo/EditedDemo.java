package dev.athanor.demo;

import dev.athanor.migration.autoconfigure.jpa.JpaWantedSchema;
import dev.athanor.migration.autogenerate.WantedSchema;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The demo's sources after an edit, compiled, with its own configuration; none of it is started. */
final class EditedDemo implements AutoCloseable {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /**
     * A place in a source that somebody changes; a file that is not there is new.
     *
     * @param file below the demo's package
     */
    record Edit(String file, String from, String to) {}

    private final URLClassLoader classes;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private EditedDemo(URLClassLoader classes) throws IOException {
        this.classes = classes;
        context.setClassLoader(classes);
        for (PropertySource<?> source :
                new YamlPropertySourceLoader().load("demo", new ClassPathResource("application.yaml"))) {
            context.getEnvironment().getPropertySources().addLast(source);
        }
        EntityScanPackages.register(context, "dev.athanor.demo");
        context.refresh();
    }

    /** Compiles it in a folder. */
    static EditedDemo of(Path folder, List<Edit> edits) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        copy(sources);
        for (Edit edit : edits) {
            apply(edit, sources.resolve("dev/athanor/demo").resolve(edit.file()));
        }
        Path output = Files.createDirectories(folder.resolve("classes"));
        compile(sources, output);
        return new EditedDemo(new OwnClassesFirst(output.toUri().toURL()));
    }

    private static void copy(Path target) throws IOException {
        for (Path file : files(SOURCES)) {
            Path copy = target.resolve(SOURCES.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static void apply(Edit edit, Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        if (!text.contains(edit.from())) {
            throw new AssertionError(edit.file() + " has no: " + edit.from());
        }
        Files.writeString(file, edit.from().isEmpty() ? edit.to() : text.replace(edit.from(), edit.to()));
    }

    private static void compile(Path sources, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-proc:none", "-parameters", "-d", output.toString(), "-cp", System.getProperty("java.class.path"));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(
                            null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files(sources)))
                    .call()) {
                throw new AssertionError("The edited sources do not compile");
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** What its entities want. */
    WantedSchema entities() {
        return new JpaWantedSchema(context, "public", List.of());
    }

    @Override
    public void close() throws IOException {
        context.close();
        classes.close();
    }

    /** Hides the classes that the test itself runs with. */
    private static final class OwnClassesFirst extends URLClassLoader {

        OwnClassesFirst(URL classes) {
            super(new URL[] {classes}, EditedDemo.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (findLoadedClass(name) == null && findResource(name.replace('.', '/') + ".class") != null) {
                    return findClass(name);
                }
                return super.loadClass(name, resolve);
            }
        }

        /** So that a scan finds each class once. */
        @Override
        public java.util.Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("dev/athanor/demo") ? findResources(name) : super.getResources(name);
        }
    }
}
