package dev.athanor.migration.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.graph.GraphNotation;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionIdsTests {

    @Test
    void idsAreTwelveHexDigitsAndDiffer() {
        SecureRandom random = new SecureRandom();
        Set<RevisionId> ids = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            ids.add(RevisionIds.random(random, RevisionGraph.of(List.of())));
        }

        assertThat(ids).hasSize(1000).allSatisfy(id -> assertThat(id.value()).matches("[0-9a-f]{12}"));
    }

    @ParameterizedTest
    @CsvSource({"00000000000a", "0000", "00000000000a_2", "x#00000000000a", "x#0000"})
    void anIdThatIsTakenOrWouldMakeAnotherAmbiguousIsNotGiven(String taken) {
        assertThat(RevisionIds.random(numbers(10, 0xffff_ffff_ffffL), GraphNotation.graph(taken)))
                .isEqualTo(new RevisionId("ffffffffffff"));
    }

    @Test
    void shortIdsAreInNobodysWay() {
        assertThat(RevisionIds.random(numbers(10), GraphNotation.graph("0 <- 00 <- 000")))
                .isEqualTo(new RevisionId("00000000000a"));
    }

    private static RandomGenerator numbers(long... numbers) {
        PrimitiveIterator.OfLong left = LongStream.of(numbers).iterator();
        return left::nextLong;
    }
}
