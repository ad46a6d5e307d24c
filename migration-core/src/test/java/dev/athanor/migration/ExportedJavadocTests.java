package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comments of the API. The compiler checks their tags and references; it cannot check comments without every tag. */
class ExportedJavadocTests {

    @ParameterizedTest
    @ValueSource(strings = {"migration-core", "migration-spring-boot-autoconfigure", "migration-test"})
    void everythingThatAnApplicationCanUseHasAComment(String module) throws IOException {
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> sources = files.getJavaFileObjectsFromPaths(
                    ExportedPackages.of(module).sources());
            JavacTask parser = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, files, null, List.of("-proc:none"), null, sources);
            Uncommented uncommented = new Uncommented(DocTrees.instance(parser));
            parser.parse().forEach(unit -> uncommented.scan(unit, null));

            assertThat(uncommented.seen).isPositive();
            assertThat(uncommented.found).isEmpty();
        }
    }

    /** Collects what an application sees of a source, and what of that has no comment. */
    private static final class Uncommented extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final List<String> found = new ArrayList<>();
        private int seen;

        Uncommented(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (!isVisible(type.getModifiers())) {
                return null;
            }
            check(type.getSimpleName().toString());
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (isVisible(method.getModifiers()) && !isOverride(method) && !isCompact(method)) {
                check(method.getName().toString());
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, Void none) {
            if (isVisible(field.getModifiers())) {
                check(field.getName().toString());
            }
            return null;
        }

        private void check(String name) {
            seen++;
            if (trees.getDocComment(getCurrentPath()) == null) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                found.add(Path.of(unit.getSourceFile().getName()).getFileName() + ":"
                        + unit.getLineMap().getLineNumber(start(getCurrentPath().getLeaf())) + " " + name);
            }
        }

        /** Members of interfaces are public without saying so. */
        private boolean isVisible(ModifiersTree modifiers) {
            TreePath parent = getCurrentPath().getParentPath();
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || parent.getLeaf().getKind() == Tree.Kind.INTERFACE
                            && !modifiers.getFlags().contains(Modifier.PRIVATE);
        }

        private static boolean isOverride(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }

        /** Without parameters of its own: the record's comment tells what they are. */
        private boolean isCompact(MethodTree method) {
            if (getCurrentPath().getParentPath().getLeaf().getKind() != Tree.Kind.RECORD || method.getBody() == null) {
                return false;
            }
            String head = text().substring((int) start(method), (int) start(method.getBody()));
            return method.getReturnType() == null && !head.contains("(");
        }

        private String text() {
            try {
                return getCurrentPath()
                        .getCompilationUnit()
                        .getSourceFile()
                        .getCharContent(true)
                        .toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private long start(Tree tree) {
            return trees.getSourcePositions().getStartPosition(getCurrentPath().getCompilationUnit(), tree);
        }
    }
}
