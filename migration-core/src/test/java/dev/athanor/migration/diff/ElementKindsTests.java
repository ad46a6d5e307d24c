package dev.athanor.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.javasource.JavaBody;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Extension;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.Namespace;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.SequenceOptions;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks a sample of every kind of definition, so that a new kind fails these tests until it has steps. */
class ElementKindsTests {

    private static final QualifiedName NAME = QualifiedName.of("one");
    private static final Table TABLE = Table.of(QualifiedName.of("users"), List.of());

    /** Lists the kinds of the parts of a table or view, whose steps are among those of their owner. */
    private static final Set<ObjectKind> PARTS = EnumSet.of(ObjectKind.COLUMN, ObjectKind.CONSTRAINT, ObjectKind.INDEX);

    static List<Definition> samples() {
        List<Definition> samples = new ArrayList<>(built());
        Stream.of(ObjectKind.values())
                .filter(ObjectKind::isScripted)
                .map(kind -> new ScriptedObject(new SchemaObject(kind, TABLE.name(), "x"), List.of("CREATE …"), null))
                .forEach(samples::add);
        return samples;
    }

    private static List<Definition> built() {
        return List.of(
                new Namespace("sales", null),
                new Extension("citext", null, null),
                new EnumType(NAME, List.of("a", "b"), null),
                new Domain(NAME, "integer", null, true, null, List.of(), null),
                new CompositeType(NAME, List.of(), null),
                new Sequence(NAME, SequenceOptions.of("bigint"), null, null),
                new Function(
                        NAME,
                        "",
                        Function.Kind.FUNCTION,
                        "CREATE OR REPLACE FUNCTION one()\n RETURNS integer\n LANGUAGE sql\nAS $function$SELECT 1$function$\n",
                        null),
                Table.of(NAME, List.of()),
                new View(NAME, false, "SELECT 1 AS one", Map.of(), List.of(), null),
                new Trigger(
                        "touch",
                        TABLE.name(),
                        "CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch()",
                        Trigger.Firing.ENABLE,
                        null));
    }

    @Test
    void everyKindOfDefinitionHasASample() {
        Set<Class<?>> sampled = samples().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(sampled).isEqualTo(Set.copyOf(List.of(Definition.class.getPermittedSubclasses())));
    }

    @Test
    void everyObjectKindBelongsToOneDefinitionOrToOnePart() {
        List<ObjectKind> kinds =
                samples().stream().map(sample -> sample.object().kind()).toList();

        assertThat(kinds)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(PARTS)));
        assertThat(parts())
                .containsExactlyInAnyOrder(Column.class, Constraint.class, Index.class)
                .hasSameSizeAs(PARTS);
    }

    private static Set<Class<?>> parts() {
        Set<Class<?>> parts = new HashSet<>(Arrays.asList(SchemaElement.class.getPermittedSubclasses()));
        parts.remove(Definition.class);
        return parts;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDefinitionIsCreatedAndDroppedAgain(Definition sample) {
        Change change = SchemaDiff.between(Schema.of(TABLE), Schema.of(TABLE, sample), DiffOptions.EXACT)
                .change();

        assertThat(change.upgrade()).hasSize(1).allSatisfy(ElementKindsTests::isWritten);
        assertThat(change.downgrade()).hasSize(1).allSatisfy(ElementKindsTests::isWritten);
        assertThat(change.downgrade()).isNotEqualTo(change.upgrade());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anotherCommentIsADifferenceWithAStep(Definition sample) {
        Definition commented = sample.withComment("a comment");
        SchemaDiff diff = SchemaDiff.between(Schema.of(TABLE, sample), Schema.of(TABLE, commented), DiffOptions.EXACT);

        // an extension brings its own comment, so that its definition holds none
        boolean equal = commented.equals(sample);
        assertThat(equal).isEqualTo(sample instanceof Extension);
        assertThat(diff.differences()).hasSize(equal ? 0 : 1);
        assertThat(diff.change().upgrade()).hasSize(equal ? 0 : 1).allSatisfy(ElementKindsTests::isWritten);
    }

    private static void isWritten(Operation operation) {
        assertThat(OperationStatements.of(operation)).isNotEmpty();
        assertThat(JavaBody.of(List.of(operation)).text()).isNotBlank();
    }
}
