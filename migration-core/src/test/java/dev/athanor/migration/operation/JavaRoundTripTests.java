package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.directive.Directives;
import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.javasource.JavaBody;
import dev.athanor.migration.testing.InMemoryCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the table, and its reverse, becomes Java that compiles and says the same operations. */
class JavaRoundTripTests {

    private static final List<Sample> SAMPLES = samples();
    private static Class<?> compiled = JavaRoundTripTests.class;

    record Sample(int number, String name, List<Operation> operations) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        OperationCase.all().forEach(row -> {
            samples.add(new Sample(samples.size(), row.name(), row.recording().operations()));
            if (row.reversible()) {
                samples.add(new Sample(
                        samples.size(),
                        "reverse of " + row.name(),
                        row.recording().reversed()));
            }
        });
        return samples;
    }

    @BeforeAll
    static void compile() {
        SortedSet<String> imports = new TreeSet<>(List.of(Directives.class.getName()));
        StringBuilder methods = new StringBuilder();
        for (Sample sample : SAMPLES) {
            JavaBody body = JavaBody.of(sample.operations());
            imports.addAll(body.imports());
            methods.append("    public static void revision%d(Directives op) {\n".formatted(sample.number()))
                    .append(body.text().indent(8))
                    .append("    }\n");
        }
        StringBuilder source = new StringBuilder("package generated;\n");
        imports.forEach(name -> source.append("import ").append(name).append(";\n"));
        compiled = InMemoryCompiler.compile(
                "generated.Revisions", source + "public final class Revisions {\n" + methods + "}\n");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void javaSaysTheSame(Sample sample) {
        assertThat(Recording.of(op -> run(sample, op)).operations()).isEqualTo(sample.operations());
    }

    private static void run(Sample sample, Directives op) {
        try {
            compiled.getMethod("revision" + sample.number(), Directives.class).invoke(null, op);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
