package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;

/** Formats constraints and indexes as SQL, on one line and without their table. */
final class DefinitionText {

    private static final QualifiedName NOWHERE = QualifiedName.of("t");

    private DefinitionText() {}

    static String of(Constraint constraint) {
        String text = text(new AddConstraint(NOWHERE, Constraints.named(constraint, "c")));
        return text.substring(text.indexOf(" CONSTRAINT c ") + " CONSTRAINT c ".length());
    }

    static String of(Index index) {
        return text(new CreateIndex(NOWHERE, index.withName("i")))
                .replaceFirst("^CREATE ", "")
                .replaceFirst("INDEX i ON t ", "INDEX ");
    }

    private static String text(Operation operation) {
        return OperationStatements.of(operation).get(0).replaceAll("\\s+", " ");
    }
}
