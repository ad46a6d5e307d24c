package dev.athanor.migration.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one source with all warnings on, and loads what comes of it. */
public final class InMemoryCompiler extends ClassLoader {

    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    private InMemoryCompiler() {
        super(InMemoryCompiler.class.getClassLoader());
    }

    /** The class of that name. */
    public static Class<?> compile(String name, String source) {
        InMemoryCompiler loader = new InMemoryCompiler();
        loader.compileSource(name, source);
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private void compileSource(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavaFileManager files = new Output(compiler.getStandardFileManager(problems, null, null));
        List<String> options = List.of(
                "-Xlint:all,-processing,-path,-classfile",
                "-Werror",
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"));
        boolean done = compiler.getTask(null, files, problems, options, null, List.of(new Source(name, source)))
                .call();
        if (!done) {
            throw new AssertionError(new ArrayList<>(problems.getDiagnostics()) + "\n" + source);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    private final class Output extends ForwardingJavaFileManager<JavaFileManager> {

        Output(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {

                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
