package dev.athanor.migration.autogenerate;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that generated revisions lead to the wanted schema and back, by the catalogs alone: see {@link CaseProof}. */
@ExtendWith(PostgresExtension.class)
class GeneratedCasesIT {

    @TempDir
    private Path folder;

    static Stream<GeneratedCase> cases() {
        return Stream.of("constraints", "inheritance", "keys", "scripts").flatMap(GeneratedCase::in);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsGeneratedLeadsThereAndBack(GeneratedCase one, TestDatabase database) {
        new CaseProof(one, database, folder).run();
    }
}
