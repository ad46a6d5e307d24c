package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.operation.ExtensionOperation.CreateExtension;
import dev.athanor.migration.operation.ExtensionOperation.DropExtension;
import dev.athanor.migration.operation.ExtensionOperation.UpdateExtension;
import dev.athanor.migration.operation.NamespaceOperation.CreateSchema;
import dev.athanor.migration.operation.NamespaceOperation.DropSchema;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.schema.Extension;
import dev.athanor.migration.schema.Namespace;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Steps for schemas of the database and extensions. */
final class NamespaceSteps {

    private NamespaceSteps() {}

    static List<Step> of(Findings findings) {
        Comparison comparison = findings.comparison();
        List<Step> steps = new ArrayList<>();
        steps.addAll(findings.steps(
                comparison.from().namespaces(),
                comparison.to().namespaces(),
                new Findings.Simple<>(
                        one -> Keys.schema(one.name()),
                        NamespaceSteps::drop,
                        NamespaceSteps::create,
                        (from, to) -> Comments.steps(ObjectName.schema(to.name()), from.comment(), to.comment()))));
        steps.addAll(findings.steps(
                comparison.from().extensions(),
                comparison.to().extensions(),
                new Findings.Simple<>(
                        one -> Keys.extension(one.name()),
                        NamespaceSteps::drop,
                        NamespaceSteps::create,
                        NamespaceSteps::alter)));
        return steps;
    }

    private static List<Step> drop(Namespace one) {
        return List.of(Step.drop(
                Rank.DROP_SCHEMA, new DropSchema(one.name(), one, DropOptions.PLAIN), Keys.schema(one.name())));
    }

    private static List<Step> create(Namespace one) {
        return List.of(
                Step.make(Rank.CREATE_SCHEMA, new CreateSchema(one, Existence.EXPECTED), Keys.schema(one.name())));
    }

    private static List<Step> drop(Extension one) {
        return List.of(Step.drop(
                Rank.DROP_EXTENSION,
                new DropExtension(one.name(), one, DropOptions.PLAIN),
                Keys.extension(one.name())));
    }

    private static List<Step> create(Extension one) {
        return List.of(Step.make(Rank.CREATE_EXTENSION, new CreateExtension(one), Keys.extension(one.name())));
    }

    private static List<Step> alter(Extension from, Extension to) {
        SchemaObject key = Keys.extension(to.name());
        return from.version() == null || to.version() == null || from.version().equals(to.version())
                ? List.of()
                : List.of(
                        Step.alter(Rank.ALTER_TYPE, new UpdateExtension(to.name(), from.version(), to.version()), key));
    }
}
