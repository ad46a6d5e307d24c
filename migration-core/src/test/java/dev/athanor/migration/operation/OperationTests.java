package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.sql.OperationStatements;
import dev.athanor.migration.sql.SqlText;
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

        assertThat(SqlText.of(reversed.operations())).isNotEmpty();
        if (reversed.operations().size() == recording.operations().size() && !isRebuilt(reversed)) {
            assertThat(reversed.reversed()).isEqualTo(recording.operations());
        }
    }

    private static boolean isRebuilt(Recording reversed) {
        return reversed.operations().stream()
                .anyMatch(operation -> operation instanceof EnumOperation.RebuildEnum
                        || operation instanceof ConstraintOperation.ReplaceConstraint);
    }
}
