package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTests {

    @Test
    void theTableIsLargeAndNamesItsRowsOnce() {
        List<String> names = OperationCase.all().map(OperationCase::name).toList();

        assertThat(names).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.athanor.migration.operation.OperationCase#all")
    void sqlIsWhatOneWouldType(OperationCase row) {
        assertThat(SqlText.of(row.recording().operations())).isEqualTo(row.sql());
    }

    @ParameterizedTest
    @MethodSource("dev.athanor.migration.operation.OperationCase#all")
    void textIsSplitIntoTheStatementsItIsMadeOf(OperationCase row) {
        List<Operation> operations = row.recording().operations();

        assertThat(StatementSplitter.split(SqlText.of(operations)).stream().map(Statement::sql))
                .isEqualTo(OperationStatements.of(operations));
    }

    @ParameterizedTest
    @MethodSource("dev.athanor.migration.operation.OperationCase#all")
    void theReverseOfTheReverseIsTheSame(OperationCase row) {
        Recording recording = row.recording();
        if (!row.reversible()) {
            assertThatExceptionOfType(MigrationException.class).isThrownBy(recording::reversed);
            return;
        }

        Recording reversed = new Recording(recording.reversed());

        assertThat(withoutConditions(reversed.reversed())).isEqualTo(withoutConditions(undone(recording)));
    }

    /** To undo a value or a validation is more than to take it back, or nothing where another undoes it. */
    private static List<Operation> undone(Recording recording) {
        return recording.operations().stream()
                .filter(operation ->
                        !(operation instanceof ValidateConstraint validation) || validation.definition() != null)
                .map(OperationTests::undone)
                .toList();
    }

    private static Operation undone(Operation operation) {
        return operation instanceof AddEnumValue || operation instanceof ValidateConstraint
                ? operation.reverse().reverse()
                : operation;
    }

    private static String withoutConditions(List<Operation> operations) {
        return SqlText.of(operations).replaceAll(" IF (NOT )?EXISTS| CASCADE(?=;)", "");
    }
}
